import type { Span } from '../task-family.ts'
import type { BreadthParameters } from './breadth.ts'
import { arithmeticProblems } from './family-problems.ts'
import type { HorizonParameters } from './horizon.ts'
import type { RouteParameters } from './route.ts'
import type { VerifyParameters } from './verify.ts'

const spanProblems = (name: string, { minimum, maximum }: Span, least: number, most: number): readonly string[] =>
  least <= minimum && minimum <= maximum && maximum <= most
    ? []
    : [`${name}: ${minimum} to ${maximum} is no range within ${least} to ${most}.`]

/** Parts are kept in one list of the designs: as many as a person would write side by side. */
export const breadthProblems = ({ parts, ...shared }: BreadthParameters): readonly string[] => [
  ...spanProblems('parts', parts, 2, 9),
  ...arithmeticProblems({ ...shared, operators: { minimum: 1, maximum: 1 }, parentheses: false, tags: 0 }),
]

/** The totals of all pieces are read by one agent again. */
export function horizonProblems({ letters, modulo, window }: HorizonParameters): readonly string[] {
  const problems: string[] = []
  if (modulo < 2 || modulo > 10) problems.push(`modulo: ${modulo} is not from 2 to 10.`)
  if (window < 2 || window > 20) problems.push(`window: ${window} is not from 2 to 20.`)
  return [...problems, ...(problems.length > 0 ? [] : spanProblems('letters', letters, window + 1, window * window))]
}

/** Digits of a text are all different, and there are ten. */
export function verifyProblems({ places, glance }: VerifyParameters): readonly string[] {
  const problems = spanProblems('places', places, 2, 10)
  return glance < 1 || glance >= places.minimum
    ? [...problems, `glance: ${glance} is not from 1 to less than the fewest places, ${places.minimum}.`]
    : problems
}

export const routeProblems = ({ digits }: RouteParameters): readonly string[] => spanProblems('digits', digits, 1, 20)
