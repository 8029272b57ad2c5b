import type { BinaryOperator } from '../../../grammar/index.ts'
import { noCost } from '../machine/cost.ts'
import type { AskingGoal, Option } from '../machine/goal.ts'
import { binaryNode } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'

/** A choice of an operator with a goal on each side. */
export const binaryOption = (
  label: string,
  operator: BinaryOperator,
  left: AskingGoal,
  right: AskingGoal,
  stem: string,
): Option => ({
  label,
  cost: noCost,
  reads: 0,
  goals: [left, right],
  stem,
  part: {
    kind: 'expression',
    write: (writer) => binaryNode(operator, writer.expression(), writer.expression()),
    read: (expression) =>
      expression.kind === 'binary' && expression.operator === operator
        ? [expressionPiece(expression.left), expressionPiece(expression.right)]
        : null,
  },
})
