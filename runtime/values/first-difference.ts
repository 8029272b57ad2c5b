/** The first place where two JSON values differ. */
export interface Difference {
  /** Such as `messages[1].content`; empty for the whole value. */
  readonly path: string
  readonly left: unknown
  readonly right: unknown
}

/** Compares deeply, in the order of the left value; keys that hold `undefined` count as absent. `null` where both are equal. */
export function firstDifference(left: unknown, right: unknown, path = ''): Difference | null {
  if (Object.is(left, right)) return null
  if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) return { path, left, right }
  const isList = Array.isArray(left)
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const inner = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const difference = firstDifference(left[key], right[key], inner)
    if (difference !== null) return difference
  }
  return null
}

function isContainer(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}
