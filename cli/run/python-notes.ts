import type { Graph } from '../../compiler/index.ts'
import { detectBoundary, missingHolds } from '../../runtime/index.ts'
import type { FoundConfiguration } from './find-configuration.ts'

/** What the operating system does not hold here, where the graph uses the built-in `std:python`. */
export async function pythonNotes(graph: Graph, { configuration }: FoundConfiguration): Promise<readonly string[]> {
  const isUsed = Object.values(graph.tools).some((tool) => tool.from === 'std:python')
  if (!isUsed || configuration.tools['std:python'] !== undefined) return []
  const missing = missingHolds(await detectBoundary())
  return missing === null ? [] : [`std:python runs here without ${missing} (docs/security.md, "Python")`]
}
