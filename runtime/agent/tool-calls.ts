import type { Value } from '../../compiler/index.ts'
import type { Message, OfferedTool, ToolCall } from '../model/model-client.ts'
import { callTool } from '../tools/call-tool.ts'
import { Failure } from '../values/failure.ts'
import { problemText } from '../values/problem-text.ts'
import { expectRecord } from '../values/expect-value.ts'
import { renderText } from '../values/render-text.ts'
import { fieldOf } from '../values/record.ts'
import type { RecordValue } from '../values/record.ts'
import { validateValue } from '../values/validate-value.ts'
import { callAgent } from './call-agent.ts'
import type { AgentCall } from './call-agent.ts'
import type { CallContext, CallOutcome } from './call-context.ts'
import type { CallableAgent } from './definitions.ts'
import { callableTools, definitionOf } from './offered-tools.ts'
import type { CallableTool } from './offered-tools.ts'
import { parseJson } from './parse-json.ts'

/** A call that a model asked for: ready to be executed, or answered with an error at once. */
type Prepared =
  | { readonly kind: 'refused'; readonly call: ToolCall; readonly message: string }
  | {
      readonly kind: 'ready'
      readonly call: ToolCall
      readonly tool: CallableTool
      readonly inputs: RecordValue
      readonly node: string
    }

/**
 * The tool calls of one agent call. At most `max_turns` are executed over all its attempts; a call of an undeclared tool or
 * with arguments that do not fit counts as one. Whatever goes wrong is an answer that the model sees.
 */
export class ToolCalls {
  readonly offers: readonly OfferedTool[]
  readonly #context: CallContext
  readonly #caller: AgentCall
  readonly #signal: AbortSignal
  readonly #tools: ReadonlyMap<string, CallableTool>
  readonly #calledBefore = new Map<string, number>()
  #left: number

  constructor(context: CallContext, caller: AgentCall, agent: CallableAgent, signal: AbortSignal) {
    this.#context = context
    this.#caller = caller
    this.#signal = signal
    this.#tools = callableTools(context.definitions, agent)
    this.#left = agent.max_turns
    this.offers = [...this.#tools.values()].map((tool) => tool.offer)
  }

  /**
   * Answers the calls of one turn, in the order they were asked for. They run at the same time where none of them
   * reaches an impure tool, else one after another. `null` where the signal was aborted.
   */
  async answer(calls: readonly ToolCall[]): Promise<readonly Message[] | null> {
    const prepared = calls.map((call) => this.#prepare(call))
    const together = prepared.every((entry) => entry.kind === 'refused' || entry.tool.pure)
    const answers: (string | null)[] = []
    if (together) answers.push(...(await Promise.all(prepared.map((entry) => this.#execute(entry)))))
    else for (const entry of prepared) answers.push(await this.#execute(entry))
    const messages: Message[] = []
    for (const [position, content] of answers.entries()) {
      if (content === null) return null
      messages.push({ role: 'tool', toolCallId: calls[position]?.id ?? '', content })
    }
    return messages
  }

  #prepare(call: ToolCall): Prepared {
    if (this.#left === 0) return this.#refuse(call, 'tool budget spent')
    this.#left -= 1
    const tool = this.#tools.get(call.name)
    if (tool === undefined)
      return this.#refuse(call, `there is no tool of this name; the tools are ${[...this.#tools.keys()].join(', ')}`)
    const parsed = parseJson(call.arguments.trim() === '' ? '{}' : call.arguments)
    if (parsed.kind === 'invalid') return this.#refuse(call, `the arguments are not valid JSON: ${parsed.message}`)
    const validated = validateValue(tool.parameters, parsed.data)
    if (validated.kind === 'invalid') return this.#refuse(call, `the arguments do not fit:\n${problemText(validated.problems)}`)
    const count = (this.#calledBefore.get(call.name) ?? 0) + 1
    this.#calledBefore.set(call.name, count)
    return {
      kind: 'ready',
      call,
      tool,
      inputs: expectRecord(validated.value),
      node: `${this.#caller.node}/${call.name}[${count}]`,
    }
  }

  #refuse(call: ToolCall, message: string): Prepared {
    this.#context.emit({ kind: 'tool_refused', node: this.#caller.node, tool: call.name, message })
    return { kind: 'refused', call, message }
  }

  async #execute(entry: Prepared): Promise<string | null> {
    if (entry.kind === 'refused') return `error: ${entry.message}`
    if (this.#signal.aborted) return null
    const outcome = await this.#call(entry)
    switch (outcome.kind) {
      case 'ok':
        return answerText(outcome.value)
      case 'failed':
        return `error: ${outcome.failure.message}`
      case 'aborted':
        return null
    }
  }

  #call({ tool: { tool, parameters }, inputs, node }: Extract<Prepared, { kind: 'ready' }>): Promise<CallOutcome> {
    if (tool.kind === 'tool')
      return callTool(this.#context, definitionOf(this.#context.definitions.tools, tool.tool), inputs, node, this.#signal)
    const values = parameters.fields.map((field) => fieldOf(inputs, field.name))
    return callAgentAsTool(this.#context, { ...this.#caller, agent: tool.agent, inputs: values, node, signal: this.#signal })
  }
}

/** An agent that is called as a tool is a node of its own in the trace. */
async function callAgentAsTool(context: CallContext, call: AgentCall): Promise<CallOutcome> {
  context.emit({ kind: 'node_started', node: call.node, name: call.node, nodeKind: 'agent' })
  const outcome = await callAgent(context, call)
  switch (outcome.kind) {
    case 'ok':
      context.emit({ kind: 'node_finished', node: call.node, outcome: { kind: 'ok', values: [outcome.value] } })
      break
    case 'failed': {
      const { code, message } = outcome.failure
      context.emit({ kind: 'node_finished', node: call.node, outcome: { kind: 'failed', node: call.node, code, message } })
      break
    }
    case 'aborted':
      context.emit({ kind: 'node_finished', node: call.node, outcome })
  }
  return outcome
}

function answerText(value: Value): string {
  const text = value === null ? 'null' : renderText(value)
  return text instanceof Failure ? `error: ${text.message}` : text
}
