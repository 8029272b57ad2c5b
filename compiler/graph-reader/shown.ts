const longest = 40

/** A text of a foreign file as messages show it: in backticks, cut where it is long. */
export const shownName = (name: string): string => `\`${cut(name)}\``

/** A short word for a value of a foreign file. */
export function shownValue(data: unknown): string {
  if (data === null) return '`null`'
  if (Array.isArray(data)) return 'a list'
  switch (typeof data) {
    case 'string':
      return `\`${JSON.stringify(cut(data))}\``
    case 'number':
    case 'boolean':
      return `\`${String(data)}\``
    default:
      return 'an object'
  }
}

/** `a`, `b` and `c`; the first ones of many. */
export function shownNames(names: readonly string[]): string {
  const shown = names.length <= 20 ? names : [...names.slice(0, 20), '…']
  return shown.map((name) => (name === '…' ? name : shownName(name))).join(', ')
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}
