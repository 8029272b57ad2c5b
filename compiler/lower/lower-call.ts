import type { CallExpression, Expression } from '../../grammar/index.ts'
import type { AgentSymbol, ResolvedCall, ToolSymbol } from '../check/checked-program.ts'
import type { Pure } from '../graph/index.ts'
import { lowerAgent } from './lower-agent.ts'
import { lowerExpression } from './lower-expression.ts'
import { lowerTool } from './lower-tool.ts'
import { lowerWorkflowCall } from './lower-workflow-call.ts'
import type { Argument } from './lower-workflow-call.ts'
import { incomplete } from './giving-up.ts'
import { emit, freshValue, nothing, valueOf } from './lowering.ts'
import type { Context, Meaning } from './lowering.ts'
import { nodeBase } from './place.ts'
import { callPath, partOf } from './target.ts'
import type { Target } from './target.ts'

/** Lowers a call to a node, or inlines a workflow. */
export function lowerCall(context: Context, call: CallExpression, target: Target): Pure {
  const resolved = context.frame.module.facts.calls.get(call)
  if (resolved === undefined) return incomplete(context.lowering)
  switch (resolved.kind) {
    case 'agent':
      return callAgent(context, call, resolved.agent, values(context, resolved.arguments, target), target, resolved.agent.name)
    case 'tool':
      return callTool(context, call, resolved.tool, values(context, resolved.arguments, target), target)
    case 'agent_parameter':
      return callParameter(context, call, resolved, target)
    case 'workflow': {
      const given = workflowArguments(context, resolved, target)
      return lowerWorkflowCall(context, call, resolved.workflow, given, target, resolved.workflow.name)
    }
    case 'builtin': {
      const inputs = resolved.arguments.map((argument) => lowerExpression(context, argument, partOf(target)))
      return { kind: 'builtin', name: resolved.name, arguments: inputs, selector: resolved.selector }
    }
  }
}

function values(context: Context, inputs: readonly (Expression | null)[], target: Target): readonly Pure[] {
  return inputs.map((input) => (input === null ? nothing : lowerExpression(context, input, partOf(target))))
}

function callAgent(
  context: Context,
  call: CallExpression,
  agent: AgentSymbol,
  inputs: readonly Pure[],
  target: Target,
  callee: string,
): Pure {
  const id = lowerAgent(context.lowering, agent)
  const path = callPath(context, target, callee)
  const result = freshValue(context.lowering, agent.name)
  // An agent parameter may drop trailing optional parameters; the agent itself still has them.
  const padded = agent.parameters.map((_, position) => inputs[position] ?? nothing)
  emit(context, { kind: 'agent', ...nodeBase(context, path, call.range), agent: id, arguments: padded, result })
  return valueOf(result)
}

function callTool(context: Context, call: CallExpression, tool: ToolSymbol, inputs: readonly Pure[], target: Target): Pure {
  const id = lowerTool(context.lowering, tool)
  const path = callPath(context, target, tool.name)
  const result = freshValue(context.lowering, tool.name)
  emit(context, { kind: 'tool', ...nodeBase(context, path, call.range), tool: id, arguments: inputs, result })
  return valueOf(result)
}

function callParameter(
  context: Context,
  call: CallExpression,
  resolved: Extract<ResolvedCall, { kind: 'agent_parameter' }>,
  target: Target,
): Pure {
  const named = agentNamed(context, resolved.parameter)
  if (named === null) return incomplete(context.lowering)
  const { agent } = named
  const inputs = values(context, resolved.arguments, target)
  if (agent.kind === 'agent') return callAgent(context, call, agent, inputs, target, resolved.parameter)
  const given = agent.parameters.map((_, position): Argument => ({ kind: 'value', pure: inputs[position] ?? nothing }))
  return lowerWorkflowCall(context, call, agent, given, target, resolved.parameter)
}

function workflowArguments(
  context: Context,
  resolved: Extract<ResolvedCall, { kind: 'workflow' }>,
  target: Target,
): readonly Argument[] {
  return resolved.arguments.map((argument): Argument => {
    switch (argument.kind) {
      case 'value':
        return { kind: 'value', pure: lowerExpression(context, argument.expression, partOf(target)) }
      case 'absent':
        return { kind: 'value', pure: nothing }
      case 'static':
        return { kind: 'static', size: argument.size }
      case 'agent':
        return { kind: 'agent', agent: argument.agent }
      case 'agent_parameter':
        return agentNamed(context, argument.parameter) ?? { kind: 'value', pure: incomplete(context.lowering) }
    }
  })
}

function agentNamed(context: Context, name: string): Extract<Meaning, { readonly kind: 'agent' }> | null {
  const meaning = context.names.get(name)
  return meaning?.kind === 'agent' ? meaning : null
}
