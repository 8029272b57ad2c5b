import { insertion, replacing } from '../edits.ts'
import { allStatements } from '../find-nodes.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/** `x -= a + b` as `x = x - (a + b)`. */
export const compoundAssignment: SyntaxFix<'compound_assignment'> = ({ range, file, details: { operator } }) => {
  for (const statement of allStatements(file)) {
    if (statement.kind !== 'binding' || statement.value.kind !== 'binary') continue
    const { name, value } = statement
    if (value.operatorRange.start !== range.start) continue
    const { edits, title } = replacing(range, `= ${name.text} ${operator}`, `Write \`${name.text} = ${name.text} ${operator} …\``)
    const isSingle = !['binary', 'unary', 'sample', 'each'].includes(value.right.kind)
    const { start, end } = value.right.range
    return { title, edits: isSingle ? edits : [...edits, insertion(start, '('), insertion(end, ')')] }
  }
  return null
}
