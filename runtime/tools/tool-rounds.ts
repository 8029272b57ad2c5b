import type { ToolDefinition } from '../../compiler/index.ts'
import type { CallContext } from '../agent/call-context.ts'
import { untilAborted } from '../clock/until-aborted.ts'
import type { ToolEnd } from '../events/run-event.ts'
import { answerProblem } from '../suspension/answer-problem.ts'
import { readAnswerEnd } from '../suspension/answer.ts'
import type { Answer, AnswerEnd } from '../suspension/answer.ts'
import type { AwaitedCall, Question } from '../suspension/awaited-call.ts'
import { problemText } from '../values/problem-text.ts'
import type { RecordValue } from '../values/record.ts'
import { stableHash } from '../values/stable-hash.ts'
import { validateValue } from '../values/validate-value.ts'
import { readRoundEnd } from './read-round-end.ts'
import type { ToolContext, ToolImplementation, ToolOutcome } from './tool-implementation.ts'

/** How one round of a call ended: for good, or with a question to a person. */
export type RoundEnd =
  | ToolEnd
  /** `inDoubt`: it is not the tool that asks; the process ended within the round. */
  | ({ readonly kind: 'suspended'; readonly inDoubt: boolean } & Question)

export interface ToolCallParts {
  readonly tool: ToolDefinition
  readonly implementation: ToolImplementation
  readonly inputs: RecordValue
  readonly node: string
  readonly signal: AbortSignal
}

/**
 * The rounds of one call: the tool is called, and where that asks for approval, called once more after each approval. A round
 * that a person let go on says so before it begins. Where its process ends within it, the tool may have acted, so that a run
 * that goes on calls it again only if a person says so.
 */
export class ToolRounds {
  readonly #context: CallContext
  readonly #call: ToolCallParts
  readonly #asked: { readonly tool: string; readonly inputs: RecordValue }

  constructor(context: CallContext, call: ToolCallParts) {
    this.#context = context
    this.#call = call
    this.#asked = { tool: call.tool.from, inputs: call.inputs }
  }

  /** Makes the call until it has ended. */
  async end(): Promise<ToolEnd> {
    let approvals = 0
    for (let round = 0; ; round += 1) {
      const inDoubt = round > 0 && (await this.#begin(round))
      const end = await this.#takeRound(round, approvals, inDoubt)
      if (end.kind !== 'suspended') return end
      const answered = await this.#takeAnswer(round, end)
      if (answered !== 'approved') return answered
      // That a call may be made again says nothing to what the tool itself asks.
      if (!end.inDoubt) approvals += 1
    }
  }

  /** Keeps that a round begins; true where the journal held that already, and with it, perhaps, no end. */
  async #begin(round: number): Promise<boolean> {
    const { node, signal } = this.#call
    const { intake } = this.#context
    await intake.take<true>({
      place: { kind: 'begun', node, round },
      asked: this.#asked,
      signal,
      make: () => Promise.resolve(true),
      keep: () => true,
      read: (kept) => (kept === true ? true : null),
    })
    return intake.isReplaying()
  }

  #takeRound(round: number, approvals: number, inDoubt: boolean): Promise<RoundEnd> {
    const { tool, node, signal, implementation, inputs } = this.#call
    return this.#context.intake.take<RoundEnd>({
      place: { kind: 'tool', node, round },
      asked: this.#asked,
      signal,
      make: async () => {
        if (signal.aborted) return aborted
        if (inDoubt) return roundInDoubt
        const seed = stableHash('tool', this.#context.seed, node)
        const answer = await untilAborted(execute(implementation, inputs, { node, seed, signal, approvals }), signal)
        return answer === null ? aborted : readOutcome(tool, answer)
      },
      keep: (ended) => (ended.kind === 'suspended' ? { ...ended, ...this.#aboutCall() } : ended),
      read: (kept) => readRoundEnd(tool, kept),
    })
  }

  async #takeAnswer(round: number, { question, awaits }: Question): Promise<ToolEnd | 'approved'> {
    const { node, signal, tool } = this.#call
    const awaited: AwaitedCall = { node, ...this.#aboutCall(), question, awaits }
    this.#context.emit({ kind: 'tool_suspended', ...awaited })
    const end = await this.#context.intake.take<AnswerEnd>({
      place: { kind: 'answer', node, round },
      asked: this.#asked,
      signal,
      make: () => this.#context.ask(awaited, signal),
      keep: (ended) => ended,
      read: readAnswerEnd,
    })
    if (end.kind === 'aborted') return end
    this.#context.emit({ kind: 'tool_answered', node, tool: tool.name, answer: end })
    return readAnswer(awaited, end)
  }

  /** What a person who answers has to know, as a journal keeps it with the question. */
  #aboutCall(): Pick<AwaitedCall, 'tool' | 'arguments' | 'result'> {
    const { tool, inputs } = this.#call
    return { tool: tool.name, arguments: inputs, result: tool.result }
  }
}

const roundInDoubt: RoundEnd = {
  kind: 'suspended',
  inDoubt: true,
  question:
    'The process ended while this call, which had been approved, was under way: it may have acted. Shall it be made again?',
  awaits: 'approval',
}

const aborted: ToolEnd = { kind: 'aborted' }

function readOutcome(tool: ToolDefinition, outcome: ToolOutcome): RoundEnd {
  switch (outcome.kind) {
    case 'suspended':
      return { kind: 'suspended', inDoubt: false, question: outcome.question, awaits: outcome.awaits }
    case 'failed':
      return { kind: 'failed', code: 'tool_failed', message: outcome.message }
    case 'ok':
      return readValue(tool, outcome.value, `${tool.name} returned something else than it declares`)
  }
}

function readAnswer(awaited: AwaitedCall, answer: Answer): ToolEnd | 'approved' {
  const problem = answerProblem(awaited, answer)
  if (problem !== null) {
    return { kind: 'failed', code: 'invalid_tool_result', message: `${awaited.tool} was answered wrongly: ${problem}` }
  }
  switch (answer.kind) {
    case 'approved':
      return 'approved'
    case 'declined': {
      const what = awaited.awaits === 'approval' ? 'A person did not approve this call' : 'A person gave no answer'
      return { kind: 'failed', code: 'declined', message: `${what}${answer.reason === '' ? '.' : `: ${answer.reason}`}` }
    }
    case 'value':
      return readValue(awaited, answer.value, `${awaited.tool} was answered with something else than it declares`)
  }
}

function readValue({ result }: Pick<ToolDefinition, 'result'>, value: unknown, complaint: string): ToolEnd {
  const validated = validateValue(result, value)
  if (validated.kind === 'ok') return validated
  return { kind: 'failed', code: 'invalid_tool_result', message: `${complaint}:\n${problemText(validated.problems)}` }
}

async function execute(tool: ToolImplementation, inputs: RecordValue, context: ToolContext): Promise<ToolOutcome> {
  try {
    // A copy: values are shared, and a tool may do with its arguments what it likes.
    return await tool.call(structuredClone(inputs), context)
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : 'The tool threw something that is no error.' }
  }
}
