import type { AskingGoal, Option, Way } from '../machine/goal.ts'
import type { State } from '../machine/state.ts'

/** The choice of a name in scope. Whichever can be finished with will do. */
export const nameGoal = (key: string, options: (state: State) => readonly Option[], way: Way = anyOption): AskingGoal => ({
  kind: 'asks',
  key,
  position: 'name',
  type: null,
  naming: null,
  options,
  way,
})

export const anyOption: Way = { kind: 'options', follow: () => true }
