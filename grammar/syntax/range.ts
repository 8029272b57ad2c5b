/** A stretch of source text: offsets in UTF-16 units, `start` inclusive, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}
