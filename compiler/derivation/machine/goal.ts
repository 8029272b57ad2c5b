import type { Cost } from './cost.ts'
import type { Duty } from './duties.ts'
import type { Part } from './part.ts'
import type { Position } from './position.ts'
import type { Scope } from './scope.ts'
import type { State } from './state.ts'

/** What a choice is about. */
export type PositionKind = 'statement' | 'expression' | 'integer' | 'name'

/** Something that is still to be written. Equal keys mean equal goals. */
export type Goal = AskingGoal | ActingGoal

/** A goal at which something is chosen. */
export interface AskingGoal {
  readonly kind: 'asks'
  readonly key: string
  readonly position: PositionKind
  /** The expected type as the language writes it, where a value is to be written. */
  readonly type: string | null
  /** Whether what is chosen here gives the binding around it its name, and whether that name stands for many values. */
  readonly naming: Naming | null
  /** What could be chosen, were there no limits; in a fixed order, labels unique. */
  readonly options: (state: State) => readonly Option[]
  /** How the goal can always be met at the least cost. */
  readonly way: Way
}

export type Naming = 'one' | 'many'

/**
 * A value's least cost depends on the scope and on what it has to read alone. Elsewhere some of the options are followed:
 * they, and what comes after them, decide.
 */
export type Way =
  | { readonly kind: 'value'; readonly cheapest: (scope: Scope, duties: readonly Duty[]) => Cost | null }
  | { readonly kind: 'options'; readonly follow: (option: Option, state: State) => boolean }

/** A goal that is met without a choice: a name comes into force, a block ends. */
export interface ActingGoal {
  readonly kind: 'acts'
  readonly key: string
  /** What follows; `null` where this cannot be, given the state. */
  readonly act: (state: State) => { readonly state: State; readonly goals: readonly Goal[] } | null
  /** The goal with the name that it has been waiting for. */
  readonly named?: (name: string) => ActingGoal
}

/** One way to go on from a goal. */
export interface Option {
  readonly label: string
  readonly cost: Cost
  /** The names that it reads, as bits. */
  readonly reads: number
  /** What is to be written next, in order, in place of the goal. */
  readonly goals: readonly Goal[]
  readonly change?: (state: State) => State
  /** What a binding of this value would be called; absent where one of its parts says so. */
  readonly stem?: string
  /** The name that it brings into being itself: a loop's item, a copy. */
  readonly introduces?: string
  readonly part: Part
}

/** A stack of goals; one object per stack. */
export interface Frame {
  readonly goal: Goal
  readonly tail: Frame | null
  /** Stacks with one more goal, by its key. */
  readonly above: Map<string, Frame>
  /** Positions with this stack, by the key of their state. */
  readonly positions: Map<string, Position>
}
