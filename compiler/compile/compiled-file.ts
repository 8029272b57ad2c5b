import type { CheckedProgram } from '../check/checked-program.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Graph } from '../graph/index.ts'

/** What compiling a file gives: its findings, and a graph for every workflow that can have one. */
export interface CompiledFile {
  readonly path: string
  /** Of this file and everything it imports, by file and place. */
  readonly diagnostics: readonly Diagnostic[]
  /** The workflows that the file declares, in order. */
  readonly workflows: readonly CompiledWorkflow[]
  /** The text of every file that was read, by path: what excerpts are cut from. */
  readonly sources: ReadonlyMap<string, string>
  /** What the checker found out; `null` where the file cannot be read. */
  readonly program: CheckedProgram | null
}

export interface CompiledWorkflow {
  readonly name: string
  readonly exported: boolean
  /** `generic`: it has static, agent or type parameters and no bound of its own. `broken`: something it needs has an error. */
  readonly compiled:
    | { readonly kind: 'graph'; readonly graph: Graph }
    | { readonly kind: 'generic' }
    | { readonly kind: 'broken' }
}

export const hasErrors = (file: CompiledFile): boolean => file.diagnostics.some((diagnostic) => diagnostic.severity === 'error')
