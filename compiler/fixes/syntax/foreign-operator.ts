import { apart, replacing } from '../edits.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/** `a && b` as `a and b`, `!a` as `not a`, and so on. */
export const foreignOperator: SyntaxFix<'foreign_operator'> = ({ range, source, details: { instead } }) => {
  const isGlued = instead === 'not' && source[range.end] === '('
  return replacing(range, apart(source, range, instead) + (isGlued ? ' ' : ''))
}
