import type { ToolDefinition } from '../../compiler/index.ts'
import type { CallContext, CallOutcome } from '../agent/call-context.ts'
import { Failure } from '../values/failure.ts'
import type { RecordValue } from '../values/record.ts'
import { ToolRounds } from './tool-rounds.ts'

/** Executes a tool on validated arguments and validates what it answers, or what a person answers in its place. */
export async function callTool(
  context: CallContext,
  tool: ToolDefinition,
  inputs: RecordValue,
  node: string,
  signal: AbortSignal,
): Promise<CallOutcome> {
  const implementation = context.tools.get(tool.from)
  if (implementation === undefined) return failed(new Failure('unbound_tool', `Nothing provides the tool ${tool.from}.`))
  context.usage.countToolCall()
  context.emit({ kind: 'tool_started', node, tool: tool.name, arguments: inputs })
  const end = await new ToolRounds(context, { tool, implementation, inputs, node, signal }).end()
  context.emit({ kind: 'tool_finished', node, tool: tool.name, outcome: end })
  return end.kind === 'failed' ? failed(new Failure(end.code, end.message)) : end
}

const failed = (failure: Failure): CallOutcome => ({ kind: 'failed', failure })
