import type { Graph } from '../../compiler/index.ts'
import { endpointNotes } from './endpoint-notes.ts'
import type { BindingSources } from './prepare-runs.ts'
import { pythonNotes } from './python-notes.ts'
import { splitPair } from './split-pair.ts'

/** What a person should know before runs start. */
export async function runNotes(graph: Graph, { found, flags }: BindingSources): Promise<readonly string[]> {
  const specs = flags.flatMap((flag) => splitPair(flag)?.value ?? [])
  return [...endpointNotes(found, specs), ...(await pythonNotes(graph, found))]
}
