import { costKey } from './cost.ts'
import type { Cost } from './cost.ts'
import { afterReading } from './duties.ts'
import type { Duty } from './duties.ts'
import type { Scope } from './scope.ts'

/** What is true at a position, besides what is still to be written. */
export interface State {
  readonly scope: Scope
  /** What has to be read yet. */
  readonly unread: readonly Duty[]
  /** The blocks around the position that have not bound their name again yet, from the outside in. */
  readonly targets: readonly Target[]
  /** The innermost loop that the position belongs to; none inside an `each`. */
  readonly loop: LoopFacts | null
  /** What the rest of the program may cost. */
  readonly left: Cost
}

/** The name from outside that a block is for: the first one that it binds again. */
export interface Target {
  readonly level: number
  /** How many names precede the block. */
  readonly outer: number
  /** The name's position in the scope. */
  readonly name: number
}

export interface LoopFacts {
  readonly outer: number
  /** Names from outside, as bits, that the body has bound again or read so far. */
  readonly rebound: number
  readonly reads: number
}

export const loopKey = (loop: LoopFacts | null): string => (loop === null ? '' : `${loop.outer} ${loop.rebound} ${loop.reads}`)

export const targetsKey = (targets: readonly Target[]): string =>
  targets.map(({ level, outer, name }) => `${level} ${outer} ${name}`).join()

/** Equal for states from which the same can follow. */
export const stateKey = ({ scope, unread, targets, loop, left }: State): string =>
  `${scope.id}|${unread.join(' ')}|${targetsKey(targets)}|${loopKey(loop)}|${costKey(left)}`

/** The state after the names, as bits, have been read. */
export function read(state: State, names: number): State {
  if (names === 0) return state
  const { loop } = state
  const reads = loop === null ? 0 : loop.reads | (names & ((1 << loop.outer) - 1))
  const changed = loop === null || reads === loop.reads ? loop : { ...loop, reads }
  return { ...state, unread: afterReading(state.unread, names), loop: changed }
}
