import type { Range } from '../syntax/index.ts'

/** A comment as written, with its slashes. `documentation` is one line of `///`. */
export interface Comment {
  readonly kind: 'line' | 'block' | 'documentation'
  readonly text: string
  readonly range: Range
}
