import type { MemberExpression } from '../../grammar/index.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import { insertion } from './edits.ts'

/** `drafts.length` as `len(drafts)`, and the like: `callee` is the builtin that does it here. */
export function memberAsCall({ object, range }: MemberExpression, callee: string): Fix {
  return {
    title: `Write \`${callee}(…)\``,
    edits: [insertion(object.range.start, `${callee}(`), { range: { start: object.range.end, end: range.end }, text: ')' }],
  }
}
