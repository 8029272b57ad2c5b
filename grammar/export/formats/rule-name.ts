/** `lineTextPart` as `line-text-part`, or with another sign between the words. */
export const ruleName = (name: string, sign: '-' | '_'): string =>
  name.replace(/[A-Z]/g, (letter) => `${sign}${letter.toLowerCase()}`)
