import type { AskingGoal } from './machine/goal.ts'
import type { State } from './machine/state.ts'
import { spaceOf } from './half-program.ts'
import type { Space } from './space/space.ts'
import type { DerivationSpecification } from './specification.ts'
import { boundValueGoal } from './statements/bind.ts'
import { copyStem } from './statements/copy.ts'
import { noCost } from './machine/cost.ts'

/** Every label that a choice can have, each once, always in the same order: what a designer that writes choices knows. */
export function choiceVocabulary(specification: DerivationSpecification): readonly string[] {
  const { space } = spaceOf(specification)
  return [
    ...new Set([
      ...space.statements.flatMap((form) => form.labels(space)),
      ...space.expressions.flatMap((form) => form.labels(space)),
      ...space.integers.map((value) => `integer/${value}`),
      ...localNames(space).map((name) => `name/${name}`),
    ]),
  ]
}

/** Every name that a value can have. */
function localNames(space: Space): readonly string[] {
  const {
    names,
    specification: { constructs, workflow },
  } = space
  const offers = (kind: (typeof constructs.statements)[number]) => constructs.statements.includes(kind)
  const bound =
    offers('bind') || constructs.expressions.includes('each')
      ? space.bindings.flatMap((type) => namesFor(space, boundValueGoal(space, type, { times: 1, rounds: 1 })))
      : []
  return [
    ...workflow.parameters.map(({ name }) => name),
    ...bound,
    ...(offers('copy') ? names.all(copyStem, false) : []),
    ...(offers('for') || constructs.expressions.includes('each') ? names.all('item', false) : []),
  ]
}

/** The names that a binding can get from what is chosen at the goal, or at a part of it that says so. */
function namesFor(space: Space, goal: AskingGoal): readonly string[] {
  const state: State = { scope: space.scope, unread: [], targets: [], loop: null, left: noCost }
  return goal.options(state).flatMap(({ stem, goals }) => {
    if (stem !== undefined && goal.naming !== null) return space.names.all(stem, goal.naming === 'many')
    return goals.flatMap((part) =>
      part.kind === 'asks' && (part.naming !== null || part.position === 'integer') ? namesFor(space, part) : [],
    )
  })
}
