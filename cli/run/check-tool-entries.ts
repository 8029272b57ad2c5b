import type { CompiledFile } from '../../compiler/index.ts'
import { editDistance } from '../../grammar/index.ts'
import type { FoundConfiguration } from './find-configuration.ts'

export interface ToolEntryFindings {
  /** Approvals that most likely were to hold back the calls of another tool, which would be made unasked. */
  readonly problems: readonly string[]
  readonly notes: readonly string[]
}

/**
 * Looks for entries of the configuration that no tool of the script stands behind. One configuration may be for several scripts, so
 * that this is a mistake only where an approval is one slip away from a tool of which nothing says whether its calls need one.
 */
export function checkToolEntries({ configuration: { tools }, file }: FoundConfiguration, script: CompiledFile): ToolEntryFindings {
  const used = sourcesOf(script)
  const problems: string[] = []
  const notes: string[] = []
  for (const [source, { approve }] of Object.entries(tools)) {
    if (used.includes(source)) continue
    const similar = used.filter((one) => isSlip(source, one))
    const told = `${file ?? ''}: tools: no tool of ${script.path} is from ${JSON.stringify(source)}`
    if (approve === true) {
      const unsaid = similar.find((one) => (tools[one]?.approve ?? null) === null)
      const effect = `${told}, so that its "approve" holds back no call.`
      if (unsaid === undefined) notes.push(effect)
      else problems.push(`${effect} ${meant(unsaid)} If not, write "approve": false at ${JSON.stringify(unsaid)}`)
      continue
    }
    const unbound = similar.find((one) => !Object.hasOwn(tools, one))
    if (unbound !== undefined) notes.push(`${told}. ${meant(unbound)}`)
  }
  return { problems, notes }
}

const meant = (source: string): string => `Did you mean ${JSON.stringify(source)}?`

/** Where the tools of all workflows of a file come from. */
function sourcesOf({ workflows }: CompiledFile): readonly string[] {
  const graphs = workflows.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [compiled.graph] : []))
  return [...new Set(graphs.flatMap(({ tools }) => Object.values(tools).map(({ from }) => from)))]
}

/** One slip of the hand, two in a long name, or other capitals or separators. Names of tools that do the same kind of thing are often near. */
function isSlip(written: string, other: string): boolean {
  const plain = (source: string): string => source.toLowerCase().replaceAll(/[-_]/g, '')
  const longName = 10
  return plain(written) === plain(other) || editDistance(written, other) <= (nameOf(other).length < longName ? 1 : 2)
}

/** Without its scheme and server, which many tools share. */
const nameOf = (source: string): string => source.replace(/^[^:]*:(?:.*#)?/, '')
