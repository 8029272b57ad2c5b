import type { HalfProgram, Taken } from '../half-program.ts'
import type { Frame } from '../machine/goal.ts'
import type { Position } from '../machine/position.ts'

/** A choice in a finished program. */
export interface PlacedChoice {
  readonly label: string
  readonly kind: Taken['step']['position']
  /** The program before the choice. */
  readonly before: HalfProgram
  /** How many choices are made for it, itself included; a statement's end before the next one of its block. */
  readonly span: number
}

/** How many goals are still to be met. */
export function goalsLeft(frame: Frame | null): number {
  let count = 0
  for (let rest = frame; rest !== null; rest = rest.tail) count += 1
  return count
}

/** Whether what was chosen with so many goals left is written in full at the position. */
export const isOver = (kind: PlacedChoice['kind'], goals: number, { frame }: Position): boolean => {
  const left = goalsLeft(frame)
  const isNextStatement = kind === 'statement' && frame?.goal.kind === 'asks' && frame.goal.position === 'statement'
  return left < goals || (isNextStatement && left === goals)
}

/** The choices of a program in order. */
export function placedChoices(half: HalfProgram): readonly PlacedChoice[] {
  const befores: { readonly taken: Taken; readonly before: HalfProgram }[] = []
  for (let taken = half.last; taken !== null; taken = taken.before) {
    const position = taken.before?.step.next ?? half.space.start
    if (position === null) throw new Error('a program starts somewhere')
    befores.unshift({ taken, before: { ...half, position, last: taken.before } })
  }
  return befores.map(({ taken: { step }, before }, place) => {
    const goals = goalsLeft(before.position.frame)
    const rest = befores.slice(place + 1).findIndex((later) => isOver(step.position, goals, later.before.position))
    return { label: step.option.label, kind: step.position, before, span: rest === -1 ? befores.length - place : rest + 1 }
  })
}
