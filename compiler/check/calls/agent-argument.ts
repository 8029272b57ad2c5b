import type { Expression } from '../../../grammar/index.ts'
import { builtins } from '../../builtins/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { didYouMean } from '../../diagnostics/nearest-name.ts'
import { namesMessages } from '../../diagnostics/names-messages.ts'
import { misspeltName } from '../../fixes/misspelt-name.ts'
import { thingText } from '../../names/thing.ts'
import { typeText } from '../../types/index.ts'
import type { AgentType } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { WorkflowArgument, WorkflowSymbol } from '../checked-program.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import { localsOf } from '../flow/environment.ts'
import type { Environment } from '../flow/environment.ts'

export interface AgentArgument {
  readonly argument: WorkflowArgument
  readonly name: string
  readonly type: AgentType
}

/** What an argument for an agent parameter names; `null`, after a report, where it names nothing that can stand there. */
export function agentArgument(
  expression: Expression,
  parameter: string,
  expected: AgentType,
  environment: Environment,
  body: Body,
): AgentArgument | null {
  const refuse = (hint: string | null): null => {
    body.report(callsMessages.agentExpected, { parameter, expected: typeText(expected), hint }, expression.range)
    return null
  }
  if (expression.kind !== 'name_expression') {
    const errorsBefore = checkExpression(expression, environment, body).kind === 'unknown'
    const isCall = expression.kind === 'call' && expression.callee.kind === 'name_expression'
    return errorsBefore ? null : refuse(isCall ? 'Give the name alone: it is called inside.' : null)
  }
  const { name, range } = expression
  const local = environment.locals.get(name)
  if (local !== undefined) {
    body.read.add(local)
    if (local.type.kind === 'unknown') return null
    if (local.type.kind !== 'agent') return refuse(null)
    return { argument: { kind: 'agent_parameter', parameter: name }, name, type: local.type }
  }
  const meaning = body.names.lookUp(name)
  if (meaning === 'silent') return null
  if (meaning === null) {
    if (builtins.has(name)) return refuse(`\`${name}\` is a builtin: write a workflow that calls it, and pass that.`)
    if (!body.names.firstTime(`callee ${name}`)) return null
    const known = [...localsOf('agent', environment), ...body.names.namesOf('agent', 'workflow')]
    const fix = misspeltName(name, range, known)
    body.report(namesMessages.unknownCallee, { name, hint: didYouMean(name, known) }, range, { fix })
    return null
  }
  switch (meaning.kind) {
    case 'agent': {
      const type: AgentType = { kind: 'agent', parameters: meaning.parameters.map((given) => given.type), result: meaning.result }
      return { argument: { kind: 'agent', agent: meaning }, name, type }
    }
    case 'workflow': {
      const has = obstacle(meaning)
      if (has !== null) {
        body.report(callsMessages.workflowNotPassable, { name, has }, range)
        return null
      }
      const type: AgentType = { kind: 'agent', parameters: meaning.parameters.map((given) => given.type), result: meaning.result }
      return { argument: { kind: 'agent', agent: meaning }, name, type }
    }
    case 'tool':
      return refuse(`\`${name}\` is a tool: write a workflow that calls it, and pass that.`)
    case 'type':
    case 'enum':
      return refuse(`\`${name}\` is ${thingText(meaning.kind)}.`)
  }
}

/** What keeps a workflow from standing in for an agent. */
function obstacle({ typeParameters, parameters }: WorkflowSymbol): string | null {
  if (typeParameters.length > 0) return 'type parameters'
  if (parameters.some((parameter) => parameter.static)) return 'static parameters'
  return parameters.some((parameter) => parameter.type.kind === 'agent') ? 'agent parameters' : null
}
