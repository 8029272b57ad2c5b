import { mayFailOrOutgrow } from '../../graph/index.ts'
import type { Block, Node } from '../../graph/index.ts'
import { pathKey } from '../knowledge.ts'
import { Lines } from '../lines.ts'
import { stringLiteral } from '../literals.ts'
import { writeExpression } from '../write-expression.ts'
import { branchScope } from './branch-scope.ts'
import { innerScope } from './place.ts'
import type { Place } from './place.ts'
import { conditionText } from './value-text.ts'

/** An `if` or `match`, each branch as `write` writes it; one that merges goes on when all that its branch began has ended. */
export function writeBranches(
  node: Extract<Node, { kind: 'if' | 'match' }>,
  place: Place,
  isMerging: boolean,
  write: (arm: Block, branch: Place) => void,
): void {
  const branchLines = (arm: Block, scope: Place['scope']): Lines => {
    const lines = new Lines()
    write(arm, { ...place, scope, lines, open: new Set(), isBranch: isMerging })
    return lines
  }
  const { lines, scope } = place
  if (node.kind === 'match') {
    const subject = subjectText(node, place)
    const arms = node.arms.map(({ member, block }) => ({ member, text: branchLines(block, innerScope(scope)).text }))
    lines.add(armsText(subject, arms))
    return
  }
  const condition = conditionText(node.condition, node, place)
  const then = branchLines(node.then, branchScope(node.condition, true, scope))
  const otherwise = branchLines(node.else, branchScope(node.condition, false, scope))
  lines.add(`if (${condition}) {\n${then.text}\n}${otherwise.count === 0 ? '' : ` else ${elseText(otherwise)}`}`)
}

/** The arms of a `match`, of which the last needs no condition. */
function armsText(subject: string, arms: readonly { readonly member: string | null; readonly text: string }[]): string {
  const [first, second] = arms
  if (arms.length === 2 && first?.text === '' && first.member !== null && second !== undefined) {
    return `if (${subject} !== ${stringLiteral(first.member)}) {\n${second.text}\n}`
  }
  return arms
    .map(({ member, text }, position) => {
      const isLast = member === null || position === arms.length - 1
      return `${isLast ? '' : `if (${subject} === ${stringLiteral(member)}) `}{\n${text}\n}`
    })
    .join(' else ')
}

/** An `else` that holds one `if` alone is an `else if`. */
const elseText = ({ count, text }: Lines): string => (count === 1 && text.startsWith('if (') ? text : `{\n${text}\n}`)

/** What a `match` compares, in a variable where TypeScript may have narrowed it before. */
function subjectText({ instance, subject }: Extract<Node, { kind: 'match' }>, { steps, scope, lines }: Place): string {
  const expression = writeExpression(subject, scope)
  const text = mayFailOrOutgrow(subject) ? `${steps}.value(${stringLiteral(instance)}, () => ${expression})` : expression
  const key = pathKey(subject)
  if (key !== null && !scope.compared.has(key)) {
    scope.compared.add(key)
    return text
  }
  const name = scope.names.take('subject')
  lines.add(`const ${name}: string = ${text}`)
  return name
}
