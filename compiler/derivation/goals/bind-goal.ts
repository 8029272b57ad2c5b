import { typeText } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { bit, mostNames, plainDuties, withDuty } from '../machine/duties.ts'
import type { ActingGoal } from '../machine/goal.ts'
import type { State } from '../machine/state.ts'
import type { Space } from '../space/space.ts'

/** After its value: a new name comes into force, and waits to be read. */
export const bindGoal = (space: Space, type: Type, name: string | null = null): ActingGoal => ({
  kind: 'acts',
  key: `bind ${name ?? ''}: ${typeText(type)}`,
  act: (state) => {
    const position = state.scope.names.length
    if (position >= mostNames) return null
    // Where only the cheapest way is looked for, nobody gives the value a name.
    const scope = space.extend(state.scope, { name: name ?? state.scope.openName, type, role: 'variable' })
    return waiting(space, { ...state, scope }, position)
  },
  named: (given) => bindGoal(space, type, given),
})

/** After its value: a name from outside the block is bound again, and waits to be read. */
export const rebindGoal = (space: Space, position: number): ActingGoal => ({
  kind: 'acts',
  key: `rebind ${position}`,
  act: (state) => {
    const { loop } = state
    const targets = state.targets.filter(({ name, outer }) => name !== position || name >= outer)
    const changed = loop === null || position >= loop.outer ? loop : { ...loop, rebound: loop.rebound | bit(position) }
    return waiting(space, { ...state, targets, loop: changed }, position)
  },
})

function waiting({ specification }: Space, state: State, position: number): ReturnType<ActingGoal['act']> {
  const unread = withDuty(state.unread, bit(position))
  if (plainDuties(unread) > (specification.limits.unread ?? 2)) return null
  return { state: { ...state, unread }, goals: [] }
}
