/** Where two values of plain JSON first differ: a path and what stands there in each; `null` where they are equal. */
export interface Difference {
  /** Such as `executor.training.learningRate`, or `schedule.phases[0].steps`. */
  readonly path: string
  /** As JSON; `nothing` where one has no such part. */
  readonly left: string
  readonly right: string
}

export function firstDifference(left: unknown, right: unknown, path = ''): Difference | null {
  if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) {
    return Object.is(left, right) ? null : { path, left: textOf(left), right: textOf(right) }
  }
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const step = Array.isArray(left) ? `[${name}]` : path === '' ? name : `.${name}`
    const found = firstDifference(left[name], right[name], `${path}${step}`)
    if (found !== null) return found
  }
  return null
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
