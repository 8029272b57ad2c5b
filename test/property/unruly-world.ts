import type { Graph } from '../../compiler/index.ts'
import type { ModelOutcome, ModelRequest, ToolImplementation } from '../../runtime/index.ts'
import { stableHash } from '../../runtime/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { failure, reply, toolCalls } from '../runtime/mock-model.ts'
import { askedCalls } from './asked-calls.ts'
import { valueOfType } from './value-of-type.ts'

/** An answer decided by the request alone, of as many tokens as it may have: mostly values, also calls, nonsense, failures. */
export function unrulyAnswer(request: ModelRequest, seed: number): ModelOutcome {
  const random = randomNumbers(stableHash(seed, request.node, request.attempt, request.turn))
  const draw = (below: number) => Math.floor(random() * below)
  const usage = { promptTokens: 1, completionTokens: request.sampling.maximumTokens }
  if (request.tools.length > 0 && draw(3) > 0) {
    const calls = toolCalls(...askedCalls(request, draw))
    return calls.kind === 'reply' ? { kind: 'reply', reply: { ...calls.reply, usage } } : calls
  }
  const kind = draw(10)
  if (kind === 0) return failure({ reachedModel: true })
  if (kind === 1) return reply('nonsense', { usage })
  const value = valueOfType(request.agent.result, draw)
  if (request.output.kind !== 'json') return reply(String(value), { usage })
  return reply(JSON.stringify(request.output.wrapped ? { value } : value), { usage })
}

/** Every tool of a graph: what it gives is decided by the node and its inputs, and is sometimes a failure. */
export const unrulyTools = ({ tools }: Graph, seed: number): ReadonlyMap<string, ToolImplementation> =>
  new Map(
    Object.values(tools).map(({ from, result }): [string, ToolImplementation] => [
      from,
      {
        call: (given, { node }) => {
          const random = randomNumbers(stableHash(seed, node, JSON.stringify(given)))
          const value = valueOfType(result, (below) => Math.floor(random() * below))
          return Promise.resolve(random() < 0.2 ? { kind: 'failed', message: 'no' } : { kind: 'ok', value })
        },
      },
    ]),
  )
