import fc from 'fast-check'

/** The value, which a failing property shows as the text. */
export const shownAs = <Value extends object>(text: string, value: Value): Value =>
  Object.defineProperty(value, fc.toStringMethod, { value: () => text, enumerable: false })
