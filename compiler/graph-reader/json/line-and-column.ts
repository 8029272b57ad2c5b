/** The line and column of an offset, both from 1; a line ends at `\n`, `\r\n` or `\r`. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (const { index, 0: ending } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1
    start = index + ending.length
  }
  return { line, column: offset - start + 1 }
}
