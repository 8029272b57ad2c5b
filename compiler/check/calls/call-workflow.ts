import type { CallExpression, Expression } from '../../../grammar/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { isAssignable, substituteType, typeText, unknownType } from '../../types/index.ts'
import type { Size, Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { ParameterSignature, WorkflowArgument, WorkflowSymbol } from '../checked-program.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { Environment } from '../flow/environment.ts'
import { agentArgument } from './agent-argument.ts'
import type { AgentArgument } from './agent-argument.ts'
import { bindArguments } from './bind-arguments.ts'
import { expectFits } from './call-values.ts'
import { expectStatic } from './expect-static.ts'
import { inferTypes, noInference } from './infer-types.ts'
import type { Inference } from './infer-types.ts'
import { usageOf } from './usage-of.ts'

interface Slot {
  readonly parameter: ParameterSignature
  readonly expression: Expression | null
}

const noTypes: ReadonlyMap<string, Type> = new Map()

/**
 * A call of a workflow. Static arguments come first, since sizes in other parameters depend on them; then agents, whose
 * signatures say what the type parameters are; then values, from left to right.
 */
export function callWorkflow(call: CallExpression, workflow: WorkflowSymbol, environment: Environment, body: Body): Type {
  const { name, parameters } = workflow
  const callee = {
    name,
    usage: usageOf(name, parameters),
    parameters: parameters.map((parameter) => ({ name: parameter.name, optional: parameter.type.kind === 'optional' })),
  }
  const bound = bindArguments(call, callee, environment, body)
  const slots = parameters.map((parameter, position): Slot => ({ parameter, expression: bound.slots[position] ?? null }))
  const sizes = new Map<string, Size>()
  const given = new Map<ParameterSignature, WorkflowArgument>()
  const agents = new Map<ParameterSignature, AgentArgument>()
  const values = new Map<ParameterSignature, Type>()
  const inference = noInference()

  for (const { parameter, expression } of slots) {
    if (!parameter.static || expression === null) continue
    const type = checkExpression(expression, environment, body)
    const size = expectStatic(expression, type, `\`${parameter.name}\` of \`${name}\``, environment, body)
    if (size === null) continue
    sizes.set(parameter.name, size)
    given.set(parameter, { kind: 'static', size })
  }
  for (const { parameter, expression } of slots) {
    if (parameter.type.kind !== 'agent' || expression === null) continue
    const agent = agentArgument(expression, parameter.name, parameter.type, environment, body)
    if (agent === null) continue
    agents.set(parameter, agent)
    given.set(parameter, agent.argument)
    inferTypes(parameter.type, agent.type, 'agent', inference)
  }
  for (const { parameter, expression } of slots) {
    if (parameter.static || parameter.type.kind === 'agent') continue
    if (expression === null) {
      given.set(parameter, { kind: 'absent' })
      continue
    }
    const type = checkExpression(expression, environment, body)
    values.set(parameter, type)
    given.set(parameter, { kind: 'value', expression })
    inferTypes(parameter.type, type, 'value', inference)
  }

  const allGiven = bound.complete && given.size === parameters.length
  const typeArguments = settle(call, workflow, inference, allGiven, body)
  if (parameters.some((parameter) => parameter.static && !sizes.has(parameter.name))) return unknownType
  const concrete = (type: Type): Type => substituteType(type, typeArguments, sizes)
  for (const { parameter, expression } of slots) {
    const agent = agents.get(parameter)
    const value = values.get(parameter)
    if (expression === null) continue
    const expected = concrete(parameter.type)
    if (agent !== undefined) expectAgentFits(expression, agent, parameter.name, expected, body)
    if (value !== undefined) expectFits(expression, value, parameter.name, expected, body)
  }
  const inOrder = parameters.flatMap((parameter) => given.get(parameter) ?? [])
  if (allGiven) body.facts.calls.set(call, { kind: 'workflow', workflow, arguments: inOrder, typeArguments })
  return concrete(workflow.result)
}

/** Every type parameter's type; `unknown`, after a report where nothing else is wrong, for one that no argument gives. */
function settle(
  call: CallExpression,
  workflow: WorkflowSymbol,
  { types }: Inference,
  allGiven: boolean,
  body: Body,
): ReadonlyMap<string, Type> {
  if (workflow.typeParameters.length === 0) return noTypes
  const settled = new Map<string, Type>()
  for (const parameter of workflow.typeParameters) {
    const type = types.get(parameter)
    settled.set(parameter, type ?? unknownType)
    if (type === undefined && allGiven) {
      body.report(callsMessages.cannotInfer, { callee: workflow.name, parameter }, call.callee.range)
    }
  }
  return settled
}

function expectAgentFits(expression: Expression, agent: AgentArgument, parameter: string, expected: Type, body: Body): void {
  if (isAssignable(agent.type, expected)) return
  const texts = { parameter, expected: typeText(expected), agent: agent.name, actual: typeText(agent.type) }
  body.report(callsMessages.agentMismatch, texts, expression.range)
}
