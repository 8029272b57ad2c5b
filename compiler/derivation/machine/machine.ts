import { without } from './cost.ts'
import { splits } from './duties.ts'
import type { AskingGoal, Frame, Goal, Option } from './goal.ts'
import type { Position, Step } from './position.ts'
import { read, stateKey } from './state.ts'
import type { State } from './state.ts'

/** Gives a binding its name: the stem, or the stem and a number; `null` where too many such names are visible. */
export type Namer = (state: State, stem: string, many: boolean) => string | null

/**
 * Moves from position to position. A position from which the program can be finished within its limits always has a legal
 * choice, and no legal choice leads to any other: that is found out by following, from every goal, the cheapest way.
 */
export class Machine {
  readonly #namer: Namer
  readonly #stacks = new Map<string, Frame>()
  readonly #finished = new Map<string, Position>()
  #size = 0

  constructor(namer: Namer) {
    this.#namer = namer
  }

  /** How many positions are kept. */
  get size(): number {
    return this.#size
  }

  /** The position where the goals are to be met in order; `null` where they contradict the state. */
  open(goals: readonly Goal[], state: State): Position | null {
    return this.#settle(this.#push(goals, null), state)
  }

  /** The legal choices, in a fixed order; none only where the program is finished. */
  steps(position: Position): readonly Step[] {
    const { known } = position
    known.steps ??= this.options(position).flatMap((option) => this.step(position, option) ?? [])
    return known.steps
  }

  /** What could be chosen, were there no limits. */
  options({ frame, state }: Position): readonly Option[] {
    return frame?.goal.kind === 'asks' ? frame.goal.options(state) : []
  }

  /** The choice of one of the options; `null` where it is not legal. */
  step({ frame, state }: Position, option: Option): Step | null {
    const step = frame?.goal.kind === 'asks' ? this.#apply(frame, frame.goal, state, option) : null
    return step !== null && this.canFinish(step.next) ? step : null
  }

  /** Whether the program can be finished from here within its limits. */
  canFinish(position: Position): boolean {
    return (position.known.finishable ??= this.#followCheapest(position) && this.#hasStep(position))
  }

  /**
   * What a value costs at least says neither what else the cheapest one reads nor what another measure would allow: where a
   * value is to be written, it takes a choice that can be finished with.
   */
  #hasStep({ frame, state }: Position): boolean {
    if (frame === null || frame.goal.kind !== 'asks' || frame.goal.way.kind === 'options') return true
    const { goal } = frame
    const { anonymous } = state.scope
    if (goal.naming === null && anonymous !== state.scope) return this.#canFinishOn(frame, { ...state, scope: anonymous })
    return goal
      .options(state)
      .toSorted((one, other) => one.goals.length - other.goals.length)
      .some((option) => {
        const step = this.#apply(frame, goal, state, option)
        return step !== null && this.canFinish(step.next)
      })
  }

  #followCheapest({ frame, state }: Position): boolean {
    if (frame === null) return true
    const { goal, tail } = frame
    if (goal.kind !== 'asks') return false
    const scope = state.scope.anonymous
    if (goal.way.kind === 'options') {
      // Names matter only for what is named next: positions that differ in them alone share the answer.
      if (scope !== state.scope) return this.#canFinishOn(frame, { ...state, scope })
      const { follow } = goal.way
      return goal.options(state).some((option) => {
        const step = follow(option, state) ? this.#apply(frame, goal, state, option) : null
        return step !== null && this.canFinish(step.next)
      })
    }
    const { cheapest } = goal.way
    return splits(state.unread).some(([taken, unread]) => {
      const cost = cheapest(state.scope, taken)
      const left = cost === null ? null : without(state.left, cost)
      return left !== null && this.#canFinishOn(tail, { ...state, scope, unread, left })
    })
  }

  #canFinishOn(frame: Frame | null, state: State): boolean {
    const position = this.#settle(frame, state)
    return position !== null && this.canFinish(position)
  }

  #apply(frame: Frame, goal: AskingGoal, before: State, option: Option): Step | null {
    const left = without(before.left, option.cost)
    if (left === null) return null
    const afterReading = read(left === before.left ? before : { ...before, left }, option.reads)
    const state = option.change?.(afterReading) ?? afterReading
    let { tail } = frame
    let named = option.introduces ?? null
    if (goal.naming !== null && option.stem !== undefined) {
      named = this.#namer(state, option.stem, goal.naming === 'many')
      if (named === null) return null
      tail = this.#name(tail, named)
    }
    const next = this.#settle(this.#push(option.goals, tail), state)
    return next === null ? null : { option, position: goal.position, next, named }
  }

  /** Meets goals that need no choice. */
  #settle(start: Frame | null, before: State): Position | null {
    let frame = start
    let state = before
    while (frame !== null && frame.goal.kind === 'acts') {
      const result = frame.goal.act(state)
      if (result === null) return null
      frame = this.#push(result.goals, frame.tail)
      state = result.state
    }
    if (frame === null && state.unread.length > 0) return null
    const positions = frame?.positions ?? this.#finished
    const key = stateKey(state)
    const known = positions.get(key)
    if (known !== undefined) return known
    const position: Position = { frame, state, known: {} }
    positions.set(key, position)
    this.#size += 1
    return position
  }

  #push(goals: readonly Goal[], tail: Frame | null): Frame | null {
    let frame = tail
    for (let position = goals.length - 1; position >= 0; position -= 1) {
      const goal = goals[position]
      if (goal !== undefined) frame = this.#frame(goal, frame)
    }
    return frame
  }

  #frame(goal: Goal, tail: Frame | null): Frame {
    const stacks = tail?.above ?? this.#stacks
    const known = stacks.get(goal.key)
    if (known !== undefined) return known
    const frame: Frame = { goal, tail, above: new Map(), positions: new Map() }
    stacks.set(goal.key, frame)
    return frame
  }

  /** The stack with the name given to the binding nearest to its top. */
  #name(frame: Frame | null, name: string): Frame | null {
    if (frame === null) return null
    const { goal, tail } = frame
    if (goal.kind === 'acts' && goal.named !== undefined) return this.#frame(goal.named(name), tail)
    return this.#frame(goal, this.#name(tail, name))
  }
}
