import type { BinaryOperator, Expression, Name, NumberLiteral, Text, TextPart } from '../../grammar/index.ts'

/** Derived programs stand in no file until they are printed. */
export const nowhere = { start: 0, end: 0 }

export const nameNode = (text: string): Name => ({ kind: 'name', text, range: nowhere })

export const numberNode = (value: number): NumberLiteral => ({ kind: 'number_literal', value, integer: true, range: nowhere })

export const textNode = (parts: readonly TextPart[]): Text => ({ kind: 'text', form: 'line', parts, range: nowhere })

export const nameExpression = (name: string): Expression => ({ kind: 'name_expression', name, range: nowhere })

export const callNode = (callee: string, values: readonly Expression[], selector: string | null = null): Expression => ({
  kind: 'call',
  callee: nameExpression(callee),
  arguments: [
    ...values.map((expression) => ({ name: null, value: { kind: 'expression' as const, expression }, range: nowhere })),
    ...(selector === null
      ? []
      : [{ name: null, value: { kind: 'selector' as const, field: nameNode(selector) }, range: nowhere }]),
  ],
  range: nowhere,
})

export const binaryNode = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  operatorRange: nowhere,
  left,
  right,
  range: nowhere,
})
