/** A text as a TypeScript string: in single quotes, or, where it may, over the lines that it has. */
export function stringLiteral(value: string, overLines = false): string {
  if (overLines && value.includes('\n')) return `\`${templateChunk(value)}\``
  // JSON escapes everything that a string may not hold; only the quotes differ.
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

/** A chunk of text between the insertions of a template literal. */
export const templateChunk = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\x00')
