import type { Expression } from '../../../grammar/index.ts'
import { repeated } from '../machine/cost.ts'
import { callNode } from '../nodes.ts'
import { expressionPiece } from '../pieces.ts'
import { stemOf } from '../space/names.ts'
import type { Callee } from '../specification.ts'
import { expressionGoal } from './expression-goal.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape, partShape } from './expression-shape.ts'

/** A call of an agent, a tool or a workflow; optional parameters at the end are given or left out. */
export const callForm: ExpressionForm = {
  kind: 'call',
  options: ({ space, shape }) =>
    shape.depth < 1
      ? []
      : space.specification.callees
          .filter(({ result }) => fitsShape(shape, result))
          .flatMap((callee) =>
            counts(callee).map((count) => ({
              label: labelOf(callee, count),
              cost: repeated(callee.bounds, shape.times, shape.rounds),
              reads: 0,
              goals: callee.parameters
                .slice(0, count)
                .map(({ type }) => expressionGoal(space, partShape(shape, type, { match: 'fits' }))),
              stem: stemOf(callee.name),
              part: {
                kind: 'expression',
                write: (writer) =>
                  callNode(
                    callee.name,
                    Array.from({ length: count }, () => writer.expression()),
                  ),
                read: (expression) => argumentsOf(expression, callee, count)?.map(expressionPiece) ?? null,
              },
            })),
          ),
  labels: (space) => space.specification.callees.flatMap((callee) => counts(callee).map((count) => labelOf(callee, count))),
}

const labelOf = ({ name, parameters }: Callee, count: number): string =>
  count === parameters.length
    ? `expression/call ${name}`
    : `expression/call ${name}(${parameters
        .slice(0, count)
        .map((given) => given.name)
        .join(', ')})`

/** How many arguments it may be given. */
function counts({ parameters }: Callee): readonly number[] {
  const needed = parameters.findLastIndex(({ type }) => type.kind !== 'optional') + 1
  return Array.from({ length: parameters.length - needed + 1 }, (_, position) => parameters.length - position)
}

/** The arguments in parameter order, where it is a call of the callee with so many. */
function argumentsOf(expression: Expression, callee: Callee, count: number): readonly Expression[] | null {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name_expression' || expression.callee.name !== callee.name)
    return null
  if (expression.arguments.length !== count) return null
  const given = callee.parameters.slice(0, count).map((parameter, position) => {
    const argument = expression.arguments.find(({ name }) => name?.text === parameter.name) ?? expression.arguments[position]
    const isGiven = argument?.value.kind === 'expression' && (argument.name === null || argument.name.text === parameter.name)
    return isGiven && argument.value.kind === 'expression' ? argument.value.expression : null
  })
  return given.every((value) => value !== null) ? given : null
}
