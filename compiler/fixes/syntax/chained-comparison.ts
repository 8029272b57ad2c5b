import { insertion } from '../edits.ts'
import { allExpressions } from '../find-nodes.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/** `0 < n < 9` as `0 < n and n < 9`, where the middle is short enough to stand twice. */
export const chainedComparison: SyntaxFix<'chained_comparison'> = ({ range, source, file }) => {
  for (const expression of allExpressions(file)) {
    if (expression.kind !== 'binary' || expression.operator === 'and' || expression.operatorRange.start !== range.start) continue
    const { left } = expression
    if (left.kind !== 'name_expression' && left.kind !== 'number' && left.kind !== 'member') return null
    const middle = source.slice(left.range.start, left.range.end)
    return { title: `Write \`and ${middle}\` between the comparisons`, edits: [insertion(range.start, `and ${middle} `)] }
  }
  return null
}
