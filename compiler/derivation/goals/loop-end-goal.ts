import { bit, outside, withDuty } from '../machine/duties.ts'
import type { Duty } from '../machine/duties.ts'
import type { ActingGoal } from '../machine/goal.ts'
import { loopKey } from '../machine/state.ts'
import type { LoopFacts } from '../machine/state.ts'

/** The body of a loop has ended; `around` is the loop around it. */
export const loopEndGoal = (around: LoopFacts | null): ActingGoal => ({
  kind: 'acts',
  key: `loop end ${loopKey(around)}`,
  act: (state) => {
    const { loop } = state
    if (loop === null) return null
    const inherited = around === null ? 0 : bit(around.outer) - 1
    const outer =
      around === null
        ? null
        : { ...around, rebound: around.rebound | (loop.rebound & inherited), reads: around.reads | (loop.reads & inherited) }
    const unread = carried(outside(state.unread, loop.outer), loop)
    return { state: { ...state, scope: state.scope.first(loop.outer), unread, loop: outer }, goals: [] }
  },
})

/**
 * What has to be read after a loop. A name that the body reads before it binds it again has been read by the next round; of
 * such names, and others that the body binds again, one has to be read after the loop, or it would be for nothing.
 */
function carried(unread: readonly Duty[], { rebound, reads }: LoopFacts): readonly Duty[] {
  const isRead = (duty: Duty) => (duty & rebound) === duty && (duty & reads) !== 0
  const left = unread.filter((duty) => !isRead(duty))
  return left.some((duty) => (duty & rebound) === duty) ? left : withDuty(left, rebound)
}
