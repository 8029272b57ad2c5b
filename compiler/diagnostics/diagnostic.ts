import type { Range } from '../../grammar/index.ts'

export type Severity = 'error' | 'warning'

/** One finding about a script. Ranges are offsets into the file's text. */
export interface Diagnostic {
  /** Stable and never reused: `MAS1xxx` syntax, `MAS2xxx` names, `MAS3xxx` types, `MAS4xxx` bounds, `MAS5xxx` warnings. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly file: string
  readonly range: Range
  /** The remedy, where there is one: the nearest legal spelling, or what to write instead. */
  readonly hint?: string
  readonly related?: readonly RelatedPlace[]
}

export interface RelatedPlace {
  readonly file: string
  readonly range: Range
  readonly message: string
}
