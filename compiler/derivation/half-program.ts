import type { PositionKind } from './machine/goal.ts'
import type { Position, Step } from './machine/position.ts'
import { openSpace } from './space/open-space.ts'
import type { OpenSpace } from './space/open-space.ts'
import type { DerivationSpecification } from './specification.ts'

/** A program up to some position. Never changed: a choice gives another one. */
export interface HalfProgram {
  readonly space: OpenSpace
  readonly position: Position
  readonly last: Taken | null
}

/** The choices made so far, the latest first. */
export interface Taken {
  readonly step: Step
  readonly before: Taken | null
}

/** One way to go on. */
export interface Choice {
  /** The entry of the vocabulary, such as `statement/repeat`, `integer/3` or `name/current`. */
  readonly label: string
  readonly position: PositionKind
}

/** Positions kept for a specification before starting over, so that a long training stays within its memory. */
const mostPositions = 400_000

const open = new WeakMap<DerivationSpecification, OpenSpace>()

/** The space of the specification: kept, since what has been worked out for one program serves the next. */
export function spaceOf(specification: DerivationSpecification): OpenSpace {
  const known = open.get(specification)
  if (known !== undefined && known.machine.size < mostPositions) return known
  const made = openSpace(specification)
  open.set(specification, made)
  return made
}

/** Before the first choice. Throws a `RangeError` where no program at all keeps to the specification's limits. */
export function startDerivation(specification: DerivationSpecification): HalfProgram {
  const space = spaceOf(specification)
  if (space.start === null) throw new RangeError('no program keeps to these limits')
  return { space, position: space.start, last: null }
}

/**
 * What may come next, in a fixed order, labels unique: every one of them can be completed within the limits. Empty only where
 * the program is finished.
 */
export const legalChoices = ({ space, position }: HalfProgram): readonly Choice[] =>
  space.machine.steps(position).map(({ option: { label }, position: kind }) => ({ label, position: kind }))

/** The program after the choice. Throws a `RangeError` where it is not a legal one. */
export function choose(half: HalfProgram, choice: Pick<Choice, 'label'>): HalfProgram {
  const step = half.space.machine.steps(half.position).find(({ option }) => option.label === choice.label)
  if (step === undefined) throw new RangeError(`${choice.label} is not legal here`)
  return take(half, step)
}

export const take = (half: HalfProgram, step: Step): HalfProgram => ({
  ...half,
  position: step.next,
  last: { step, before: half.last },
})

export const isFinished = ({ position }: HalfProgram): boolean => position.frame === null

/** The type that is wanted at the position, as the language writes it; `null` where no value is. */
export const expectedType = ({ position: { frame } }: HalfProgram): string | null =>
  frame?.goal.kind === 'asks' ? frame.goal.type : null

/** The choices that have led here, in order. */
export const choicesSoFar = (half: HalfProgram): readonly Choice[] =>
  stepsSoFar(half).map(({ option: { label }, position }) => ({ label, position }))

export function stepsSoFar({ last }: HalfProgram): readonly Step[] {
  const steps: Step[] = []
  for (let taken = last; taken !== null; taken = taken.before) steps.push(taken.step)
  return steps.reverse()
}
