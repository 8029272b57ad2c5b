import type { CallExpression, Expression, Name } from '../../../grammar/index.ts'
import type { Builtin, BuiltinArgument, BuiltinForm, BuiltinParameter } from '../../builtins/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { Environment } from '../flow/environment.ts'
import { argumentHint } from './argument-hint.ts'
import { checkSelector } from './check-selector.ts'
import { expectStatic, refuseBelowOne } from './expect-static.ts'
import { staticValue } from './static-value.ts'

interface BuiltinArguments {
  readonly expressions: readonly Expression[]
  readonly selectors: readonly Name[]
}

/** A call of a builtin: values by position, and a `.field` where the builtin compares items. */
export function callBuiltin(call: CallExpression, builtin: Builtin, environment: Environment, body: Body): Type {
  const { name, usage } = builtin
  const { expressions, selectors } = sortArguments(call, builtin, body)
  const types = expressions.map((expression) => checkExpression(expression, environment, body))
  const form = chooseForm(call, builtin, expressions, body)
  const [selector, second] = selectors
  if (second !== undefined) body.report(callsMessages.tooManyArguments, { callee: name, most: 2, usage }, second.range)
  if (form === null) return unknownType
  const keyFits = checkSelector(builtin, form, selector ?? null, expressions[0], types[0] ?? unknownType, body)
  if (!keyFits) return unknownType

  const fits = form.parameters.map((parameter, position) => {
    const expression = expressions[position]
    const type = types[position]
    return expression !== undefined && type !== undefined && accept(builtin, parameter, expression, type, environment, body)
  })
  if (!fits.every(Boolean)) return unknownType

  const inputs: readonly BuiltinArgument[] = expressions.map((expression, position) => ({
    type: types[position] ?? unknownType,
    size: staticValue(expression, environment),
  }))
  const result = form.result(inputs)
  if (result.kind === 'apart') {
    const hint = 'All items of a list have one type.'
    body.report(typesMessages.noCommonType, { left: typeText(result.left), right: typeText(result.right), hint }, call.range)
    return unknownType
  }
  body.facts.calls.set(call, { kind: 'builtin', name, arguments: expressions, selector: selector?.text ?? null })
  return result
}

function sortArguments(call: CallExpression, { name, usage }: Builtin, body: Body): BuiltinArguments {
  const expressions: Expression[] = []
  const selectors: Name[] = []
  for (const argument of call.arguments) {
    if (argument.name !== null) body.report(callsMessages.argumentName, { callee: name, usage }, argument.name.range)
    if (argument.value.kind === 'expression') expressions.push(argument.value.expression)
    else selectors.push(argument.value.field)
  }
  return { expressions, selectors }
}

/** The form with as many parameters as there are arguments; `null`, after a report, where there is none. */
function chooseForm(call: CallExpression, builtin: Builtin, expressions: readonly Expression[], body: Body): BuiltinForm | null {
  const { name, usage, forms } = builtin
  const form = forms.find((candidate) => candidate.parameters.length === expressions.length)
  if (form !== undefined) return form
  const most = Math.max(...forms.map((candidate) => candidate.parameters.length))
  const surplus = expressions[most]
  if (surplus !== undefined) {
    body.report(callsMessages.tooManyArguments, { callee: name, most, usage }, surplus.range)
    return null
  }
  const missing = (forms[0]?.parameters ?? []).slice(expressions.length).map((parameter) => parameter.name)
  body.report(callsMessages.missingArguments, { callee: name, missing, usage }, call.callee.range)
  return null
}

function accept(
  builtin: Builtin,
  parameter: BuiltinParameter,
  expression: Expression,
  type: Type,
  environment: Environment,
  body: Body,
): boolean {
  const { name } = builtin
  if (!parameter.accepts(type)) {
    const hint = argumentHint(builtin, parameter, type, quoted(body, expression.range))
    const texts = { name, expected: parameter.wanted, actual: typeText(type) }
    body.report(typesMessages.argumentMismatch, { ...texts, hint }, expression.range)
    return false
  }
  const what = `\`${parameter.name}\` of \`${name}\``
  switch (parameter.rule) {
    case null:
      return true
    case 'positive':
      return !refuseBelowOne(expression, what, environment, body)
    case 'static':
      return expectStatic(expression, type, what, environment, body) !== null
  }
}
