/** What a script may name, where its declarations are fixed: worked out by the compiler, as plain lists. */
export interface LegalNames {
  /** Every name that the file declares or imports; nothing else may be called so. */
  readonly declared: readonly string[]
  /** What a type may be called, the language's own types included. */
  readonly types: readonly string[]
  readonly enums: readonly { readonly name: string; readonly members: readonly string[] }[]
  /** What takes values only: agents, tools, workflows. */
  readonly callees: readonly string[]
  /** Workflows that take agents. */
  readonly patterns: readonly string[]
  /** What such a workflow can be given: agents, and workflows in their place. */
  readonly agents: readonly string[]
  readonly builtins: readonly string[]
  /** The workflow that is to be written up to its body, `main(task: string) -> string`; `null` leaves its parameters open. */
  readonly head: string | null
}
