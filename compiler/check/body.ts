import type { Range, Text } from '../../grammar/index.ts'
import type { Report } from '../diagnostics/reporter.ts'
import type { ModuleNames } from '../names/module-names.ts'
import type { TypeScope } from '../names/type-scope.ts'
import type { Type } from '../types/index.ts'
import type { GrowingFacts } from './facts.ts'
import type { Environment, Local } from './flow/environment.ts'

/** What stays the same while the texts of one agent, or the statements of one workflow, are checked. */
export interface Body {
  readonly source: string
  readonly names: ModuleNames
  readonly types: TypeScope
  readonly report: Report
  readonly facts: GrowingFacts
  /** The workflow's name and what its `return`s have to fit; `null` in an agent. */
  readonly returns: { readonly name: string; readonly type: Type } | null
  /** Locals that some expression reads. */
  readonly read: Set<Local>
  /** Names without a value that have been reported: each is one mistake, however often it stands in the body. */
  readonly reported: Set<string>
  /** Every text that was checked, and what was known there. */
  readonly texts: CheckedText[]
  /** Locals that a binding introduces, by its place. */
  readonly introduced: Map<Local, Range>
}

export interface CheckedText {
  readonly text: Text
  readonly environment: Environment
}

/** The source text of a short stretch, for a remedy that quotes it; `…` where it is long. */
export function quoted(body: Body, { start, end }: Range): string {
  const text = body.source.slice(start, end)
  return text.length > 40 || text.includes('\n') ? '…' : text
}
