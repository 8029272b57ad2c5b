import type { ExpressionShape } from '../expressions/expression-shape.ts'
import type { Type } from '../../types/index.ts'

/** What is known about a block at some point inside it. */
export interface BlockShape {
  /** How it ends: it returns the workflow's result, just ends, or yields the value of an `each`. */
  readonly ends: 'return' | 'end' | 'yield'
  /** How many blocks stand around it. */
  readonly level: number
  /** How many names precede it. */
  readonly outer: number
  /** Names before this one are read-only: they come from outside an `each`. */
  readonly readOnly: number
  /** How often it runs at most; `rounds` is how often one after another. */
  readonly times: number
  readonly rounds: number
  /** Whether it is the body of a loop. */
  readonly isLoop: boolean
  /** What stands before, where a rule asks. */
  readonly after: 'start' | 'copy' | 'stop' | 'other'
  /** Position of the name that the `copy` before has bound. */
  readonly copied: number
  /** The type of what it returns or yields. */
  readonly result: Type
  readonly resultMatch: ExpressionShape['match']
  readonly resultDepth: number
}

export const blockKey = (shape: BlockShape): string =>
  [
    shape.ends,
    shape.level,
    shape.outer,
    shape.readOnly,
    shape.times,
    shape.rounds,
    shape.isLoop,
    shape.after,
    shape.copied,
    shape.resultMatch,
    shape.resultDepth,
  ].join(' ')
