/** Lines longer than this are broken where the layout knows how. */
export const lineWidth = 120

/** The white space that a line starts with, `depth` levels in. */
export const indentation = (depth: number): string => '  '.repeat(depth)

/** Whether the text, `depth` levels in, stands on one line within the width. */
export const fitsOnLine = (text: string, depth: number): boolean => !text.includes('\n') && 2 * depth + text.length <= lineWidth

/** Lines between braces, one level deeper than the braces; `depth` is that of the line with the opening brace. */
export const braced = (lines: readonly string[], depth: number): string =>
  lines.length === 0 ? '{ }' : `{\n${lines.map((line) => `${indentation(depth + 1)}${line}\n`).join('')}${indentation(depth)}}`
