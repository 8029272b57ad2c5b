import { insertion } from '../edits.ts'
import { allStatements } from '../find-nodes.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/** `member => statement` as `member => { statement }`. */
export const unbracedArm: SyntaxFix<'unbraced_arm'> = ({ range, file }) => {
  for (const statement of allStatements(file)) {
    if (statement.kind !== 'match') continue
    const body = statement.arms.find((arm) => arm.body.range.start === range.start)?.body
    const [only] = body?.statements ?? []
    if (body === undefined || only === undefined) continue
    const closed = body.range.end > only.range.end ? [] : [insertion(only.range.end, ' }')]
    return { title: 'Put braces around it', edits: [insertion(range.start, '{ '), ...closed] }
  }
  return null
}
