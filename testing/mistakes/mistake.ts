import type { Range } from '../../grammar/index.ts'
import type { Ground } from './ground.ts'

/** A kind of mistake. */
export interface Mistake {
  /** What was done, such as `an argument too many`; no two have the same. */
  readonly name: string
  /** The code that the compiler has to find it as, such as `MAS3101`. */
  readonly code: string
  /** Every place of a program that it can be made at, in the order of their places. */
  readonly sites: (ground: Ground) => readonly Site[]
}

/** A change of the program that is one mistake. */
export interface Site {
  /** What is replaced. */
  readonly range: Range
  readonly text: string
  /** The place of the finding, in the changed program. */
  readonly found: Range
}

/** Other text in place of some: `«…»` stands around what is found in it. */
export function replaced(range: Range, marked: string): Site {
  const [before = '', found = '', after = ''] = marked.split(/[«»]/)
  const start = range.start + before.length
  return { range, text: `${before}${found}${after}`, found: { start, end: start + found.length } }
}

export const inserted = (offset: number, marked: string): Site => replaced({ start: offset, end: offset }, marked)

/** The program with the mistake. */
export const changedAt = (program: string, { range, text }: Site): string =>
  `${program.slice(0, range.start)}${text}${program.slice(range.end)}`
