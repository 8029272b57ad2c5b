import type { Range } from '../../grammar/index.ts'

export type Severity = 'error' | 'warning'

/** One finding about a script or a graph file. Ranges are offsets into the file's text. */
export interface Diagnostic {
  /**
   * Stable and never reused: `MAS1xxx` syntax, `MAS2xxx` names, `MAS3xxx` types, `MAS4xxx` bounds, `MAS5xxx` warnings, `MAS6xxx`
   * graph files.
   */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly file: string
  readonly range: Range
  /** The remedy, where there is one: the nearest legal spelling, or what to write instead. */
  readonly hint?: string
  readonly related?: readonly RelatedPlace[]
  /** The one obvious repair, where there is one. */
  readonly fix?: Fix
}

export interface RelatedPlace {
  readonly file: string
  readonly range: Range
  readonly message: string
}

/** A repair of a diagnostic's file. */
export interface Fix {
  /** What it does, for a menu: "Write `question`". */
  readonly title: string
  /** In the order of their places, none overlapping another. */
  readonly edits: readonly TextEdit[]
}

/** The text that stands in the place of a range; an empty range inserts. */
export interface TextEdit {
  readonly range: Range
  readonly text: string
}
