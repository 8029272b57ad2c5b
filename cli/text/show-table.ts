import { padEndTo, padStartTo, textWidth } from '../terminal/text-width.ts'

/** Rows in columns: the first one to the left, the others, numbers, to the right. */
export function showTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ''))))
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? padEndTo : padStartTo)(cell, widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
