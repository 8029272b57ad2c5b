import type { ToolDefinition } from '../../compiler/index.ts'
import type { CallContext, CallOutcome } from '../agent/call-context.ts'
import { untilAborted } from '../clock/until-aborted.ts'
import type { ToolEnd } from '../events/run-event.ts'
import { Failure } from '../values/failure.ts'
import { problemText } from '../values/problem-text.ts'
import type { RecordValue } from '../values/record.ts'
import { stableHash } from '../values/stable-hash.ts'
import { validateValue } from '../values/validate-value.ts'
import { readToolEnd } from './read-tool-end.ts'
import type { ToolContext, ToolImplementation, ToolOutcome } from './tool-implementation.ts'

/** Executes a tool on validated arguments and validates what it answers. */
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
  const toolContext = { node, seed: stableHash('tool', context.seed, node), signal }
  const end = await context.intake.take<ToolEnd>({
    place: { kind: 'tool', node },
    asked: { tool: tool.from, inputs },
    signal,
    make: async () => {
      if (signal.aborted) return aborted
      const answer = await untilAborted(execute(implementation, inputs, toolContext), signal)
      return answer === null ? aborted : toolEnd(read(tool, answer))
    },
    keep: (ended) => ended,
    read: (kept) => readToolEnd(tool, kept),
  })
  context.emit({ kind: 'tool_finished', node, tool: tool.name, outcome: end })
  return end.kind === 'failed' ? failed(new Failure(end.code, end.message)) : end
}

function read(tool: ToolDefinition, answer: ToolOutcome): CallOutcome {
  if (answer.kind === 'failed') return failed(new Failure('tool_failed', answer.message))
  const validated = validateValue(tool.result, answer.value)
  if (validated.kind === 'ok') return validated
  return failed(
    new Failure(
      'invalid_tool_result',
      `${tool.name} returned something else than it declares:\n${problemText(validated.problems)}`,
    ),
  )
}

const toolEnd = (outcome: CallOutcome): ToolEnd =>
  outcome.kind === 'failed' ? { kind: 'failed', code: outcome.failure.code, message: outcome.failure.message } : outcome

const aborted: ToolEnd = { kind: 'aborted' }

const failed = (failure: Failure): CallOutcome => ({ kind: 'failed', failure })

async function execute(tool: ToolImplementation, inputs: RecordValue, context: ToolContext): Promise<ToolOutcome> {
  try {
    // A copy: values are shared, and a tool may do with its arguments what it likes.
    return await tool.call(structuredClone(inputs), context)
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : 'The tool threw something that is no error.' }
  }
}
