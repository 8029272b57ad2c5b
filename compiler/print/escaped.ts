const short: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['{{', '\\{{'],
])

/** Plain text with escapes for what cannot stand in a one-line text. */
export const escaped = (value: string): string =>
  value.replace(
    /\{\{|["\\\p{Cc}\u2028\u2029]/gu,
    (found) => short.get(found) ?? `\\u{${found.codePointAt(0)?.toString(16) ?? ''}}`,
  )
