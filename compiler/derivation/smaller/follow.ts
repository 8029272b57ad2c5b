import { isFinished, take } from '../half-program.ts'
import type { HalfProgram } from '../half-program.ts'
import { simplestStep } from './simplest-step.ts'
import { goalsLeft, isOver } from './spans.ts'
import type { PlacedChoice } from './spans.ts'

/** A choice to be made again; `null` asks for the simplest one in place of the choices that the span covers. */
export type Wish = Pick<PlacedChoice, 'kind' | 'span'> & { readonly label: string | null }

/** The program finished after the wishes, with the simplest legal choice wherever a wish is not legal, or none is left. */
export function follow(start: HalfProgram, wishes: readonly Wish[]): HalfProgram {
  let half = start
  let next = 0
  let own: { readonly kind: Wish['kind']; readonly goals: number } | null = null
  while (!isFinished(half)) {
    const { space, position } = half
    const { frame } = position
    if (own !== null && isOver(own.kind, own.goals, position)) own = null
    const wish: Wish | undefined = own === null ? wishes[next] : undefined
    if (wish === undefined || frame?.goal.kind !== 'asks' || frame.goal.position !== wish.kind) {
      half = take(half, simplestStep(half))
      continue
    }
    const option = space.machine.options(position).find(({ label }) => label === wish.label)
    const step = option === undefined ? null : space.machine.step(position, option)
    // What is chosen instead of a value or a statement has parts of its own; a name or a number has none.
    const hasParts = wish.kind === 'expression' || wish.kind === 'statement'
    if (step === null && hasParts) own = { kind: wish.kind, goals: goalsLeft(frame) }
    next += step === null && hasParts ? wish.span : 1
    half = take(half, step ?? simplestStep(half))
  }
  return half
}
