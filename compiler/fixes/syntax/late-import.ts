import { insertion } from '../edits.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/** An import moved behind the imports at the top, or to the top. */
export const lateImport: SyntaxFix<'late_import'> = ({ range, source, file }) => {
  const moved = file.imports.find((declaration) => declaration.range.start === range.start)
  const first = file.declarations[0]?.range.start ?? 0
  if (moved === undefined || first > range.start) return null
  const { start, end } = moved.range
  const text = source.slice(start, end)
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  const above = file.imports.findLast((declaration) => declaration.range.start < first)
  const put = above === undefined ? insertion(0, `${text}${newline}${newline}`) : insertion(above.range.end, `${newline}${text}`)
  const rest = /^[ \t;]*(?:\r?\n){0,2}/.exec(source.slice(end))?.[0].length ?? 0
  return { title: 'Move it to the top', edits: [put, { range: { start, end: end + rest }, text: '' }] }
}
