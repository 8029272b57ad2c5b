import type { CallExpression, Expression } from '../../../grammar/index.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { isAssignable, typeText } from '../../types/index.ts'
import type { AgentType, Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { AgentSymbol, ParameterSignature, ToolSymbol } from '../checked-program.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { Environment } from '../flow/environment.ts'
import { mismatchHint } from '../mismatch-hint.ts'
import { bindArguments } from './bind-arguments.ts'
import { usageOf } from './usage-of.ts'

export function callAgent(call: CallExpression, agent: AgentSymbol, environment: Environment, body: Body): Type {
  const slots = checkArguments(call, agent, environment, body)
  if (slots !== null) body.facts.calls.set(call, { kind: 'agent', agent, arguments: slots })
  return agent.result
}

export function callTool(call: CallExpression, tool: ToolSymbol, environment: Environment, body: Body): Type {
  const slots = checkArguments(call, tool, environment, body)
  if (slots !== null) body.facts.calls.set(call, { kind: 'tool', tool, arguments: slots })
  return tool.result
}

/** A call of an agent that the workflow takes as a parameter: its arguments have no names. */
export function callAgentParameter(
  call: CallExpression,
  name: string,
  type: AgentType,
  environment: Environment,
  body: Body,
): Type {
  const parameters = type.parameters.map((parameter) => ({ name: null, optional: parameter.kind === 'optional' }))
  const usage = `${name}(${type.parameters.map(typeText).join(', ')})`
  const { slots, complete } = bindArguments(call, { name, usage, parameters }, environment, body)
  slots.forEach((slot, position) => {
    const parameter = type.parameters[position]
    if (slot !== null && parameter !== undefined) expectArgument(slot, name, parameter, environment, body)
  })
  if (complete) body.facts.calls.set(call, { kind: 'agent_parameter', parameter: name, type, arguments: slots })
  return type.result
}

function checkArguments(
  call: CallExpression,
  callee: { readonly name: string; readonly parameters: readonly ParameterSignature[] },
  environment: Environment,
  body: Body,
): readonly (Expression | null)[] | null {
  const parameters = callee.parameters.map(({ name, type }) => ({ name, optional: type.kind === 'optional' }))
  const usage = usageOf(callee.name, callee.parameters)
  const { slots, complete } = bindArguments(call, { name: callee.name, usage, parameters }, environment, body)
  slots.forEach((slot, position) => {
    const parameter = callee.parameters[position]
    if (slot !== null && parameter !== undefined) expectArgument(slot, parameter.name, parameter.type, environment, body)
  })
  return complete ? slots : null
}

function expectArgument(argument: Expression, parameter: string, expected: Type, environment: Environment, body: Body): void {
  expectFits(argument, checkExpression(argument, environment, body), parameter, expected, body)
}

/** Reports an argument whose type does not fit its parameter. */
export function expectFits(argument: Expression, actual: Type, parameter: string, expected: Type, body: Body): void {
  if (isAssignable(actual, expected)) return
  const hint = mismatchHint(actual, expected, quoted(body, argument.range))
  const texts = { name: parameter, expected: `\`${typeText(expected)}\``, actual: typeText(actual) }
  body.report(typesMessages.argumentMismatch, { ...texts, hint }, argument.range)
}
