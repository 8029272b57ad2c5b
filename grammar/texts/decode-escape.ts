const short: ReadonlyMap<string, string> = new Map([['\\n', '\n'], ['\\t', '\t'], ['\\"', '"'], ['\\\\', '\\'], ['\\{{', '{{']])

/** The character that an escape of a one-line text stands for; `null` where it is no escape of the language. */
export function decodeEscape(escape: string): string | null {
  const known = short.get(escape)
  if (known !== undefined) return known
  const code = Number.parseInt(/^\\u\{([0-9A-Fa-f]{1,6})\}$/.exec(escape)?.[1] ?? '', 16)
  const isCharacter = code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF)
  return isCharacter ? String.fromCodePoint(code) : null
}
