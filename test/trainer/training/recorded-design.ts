import type { ModelClient, ModelOutcome, ModelRequest, ToolCall } from '../../../runtime/index.ts'
import type { ExecutionReplay, Intervention } from '../../../trainer/credit/index.ts'
import type { SampledRecord } from '../../../trainer/policies/sampled-record.ts'
import type { Design } from '../../../trainer/rollout/index.ts'
import { functionScorer } from '../../../trainer/scorers/index.ts'
import type { Scorer } from '../../../trainer/scorers/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { replayExecution } from '../../../trainer/training/replay-execution.ts'
import { runExecution } from '../../../trainer/training/run-execution.ts'

/** What an agent answers: a text, calls of its tools, or `null` for a failure of its model. */
export type Answer = string | readonly Pick<ToolCall, 'name' | 'arguments'>[] | null

/** What an executor notes of a reply of one token. */
export const sampled: SampledRecord = {
  kind: 'sampled',
  policy: 'executor',
  version: 1,
  promptTokens: [1],
  tokens: [2],
  logProbabilities: [-1],
  masks: null,
  temperature: 1,
  truncated: false,
  provenance: 'exact',
}

const usage = { promptTokens: 1, completionTokens: 1 }

export const outcomeOf = (answer: Answer): ModelOutcome => {
  if (answer === null) {
    return { kind: 'failure', code: 'bad_reply', message: 'noise', transient: false, reachedModel: true, retryAfter: null }
  }
  if (typeof answer === 'string') return { kind: 'reply', reply: { content: answer, toolCalls: [], finish: 'stop', usage, record: sampled } }
  const toolCalls = answer.map((call, index) => ({ id: String(index), ...call }))
  return { kind: 'reply', reply: { content: '', toolCalls, finish: 'tool_calls', usage, record: sampled } }
}

/** A client whose requests are kept. It answers all that wait together, as the embedded executors do. */
export function askedClient(answer: (request: ModelRequest) => Answer): { readonly client: ModelClient; readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = []
  const client: ModelClient = {
    description: 'a table',
    complete: (request) => {
      asked.push(request)
      return new Promise((resolve) => {
        setImmediate(() => {
          resolve(outcomeOf(answer(request)))
        })
      })
    },
  }
  return { client, asked }
}

/** The first input of a request, as a text. */
export const inputOf = ({ agent }: ModelRequest): string => String(agent.inputs[0]?.value)

/** A score for any result, so that different outcomes show. */
export const lengthScorer: Scorer = functionScorer('length', (value) => (String(JSON.stringify(value)).length % 10) / 10)

/** A design that has run once, recorded. */
export async function recorded(
  text: string,
  client: ModelClient,
  scorer = lengthScorer,
  compiler = new DesignCompiler(),
): Promise<Omit<ExecutionReplay, 'intervention' | 'draw'>> {
  const compiled = compiler.compile(text)
  if (compiled.kind !== 'graph') throw new Error(JSON.stringify(compiled.diagnostics))
  const task = { id: 'depth:3+4', family: 'depth', difficulty: 1, input: { x: '3+4' }, expected: '7' }
  const place = { run: 'r', step: 0, design: 1, execution: 1 }
  const execution = await runExecution({ task, graph: compiled.graph, client, seed: 4, scorer, place, traced: true, recorded: true })
  const design: Design = { design: 1, text, compiled, calls: [], executions: [execution] }
  return { task, design, execution }
}

export const replayed = (
  of: Omit<ExecutionReplay, 'intervention' | 'draw'>,
  intervention: Intervention,
  client: ModelClient,
  { draw = 1, scorer = lengthScorer, defaultReplies = {} } = {},
) => replayExecution({ ...of, intervention, draw }, { client, scorer, defaultReplies })
