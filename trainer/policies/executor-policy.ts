import type { Value } from '../../compiler/index.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from '../../runtime/index.ts'
import type { PolicyNetwork, SampleRequest } from '../engine/index.ts'
import { deriveSeed, randomStream } from '../random/random-stream.ts'
import type { RandomStream } from '../random/random-stream.ts'
import type { ReadingCall } from '../tasks/index.ts'
import type { ExecutorVocabulary } from './executor-vocabulary.ts'
import { decodeReply, encodePrompt } from './executor-vocabulary.ts'
import { replyMask } from './reply-mask.ts'
import { RequestBatcher } from './request-batcher.ts'
import { sampledRecord } from './sampled-record.ts'

export interface ExecutorPolicySettings {
  /** The policy's name in records, such as `executor`. */
  readonly name: string
  readonly network: PolicyNetwork
  readonly vocabulary: ExecutorVocabulary
  /** Where the agent says nothing; above 0 in training. */
  readonly temperature: number
  /** What a call sees of its texts: identity, or a noisy channel. Each call draws from a stream of its own. */
  readonly perceive: (text: string, random: RandomStream, call: ReadingCall) => string
}

interface Prepared {
  readonly prompt: readonly number[]
  readonly request: ModelRequest
  readonly sample: SampleRequest
}

/** A small trained network as a model client: calls that wait at the same time are sampled together. */
export function executorPolicy(settings: ExecutorPolicySettings): ModelClient {
  const { name, network, vocabulary, temperature, perceive } = settings

  const answer = (prepared: readonly Prepared[]): readonly ModelOutcome[] => {
    const samples = network.sample(prepared.map((entry) => entry.sample))
    return prepared.map(({ prompt, request, sample }, position): ModelOutcome => {
      const drawn = samples[position]
      if (drawn === undefined) throw new Error('a network answers every request')
      const text = decodeReply(vocabulary, drawn.tokens)
      return {
        kind: 'reply',
        reply: {
          content: request.output.kind === 'text' ? text : JSON.stringify({ value: valueOf(request, text) }),
          toolCalls: [],
          finish: drawn.truncated ? 'length' : 'stop',
          usage: { promptTokens: prompt.length, completionTokens: drawn.tokens.length },
          record: sampledRecord(name, network.version, prompt, sample.temperature, drawn),
        },
      }
    })
  }
  const batcher = new RequestBatcher<Prepared, ModelOutcome>(answer)

  return {
    description: `embedded executor ${name}`,
    complete: (request, signal) => {
      if (signal.aborted) return Promise.resolve(failure('cancelled', 'the call was cancelled'))
      const prepared = prepare(request)
      return 'kind' in prepared ? Promise.resolve(prepared) : batcher.ask(prepared)
    },
  }

  function prepare(request: ModelRequest): Prepared | ModelOutcome {
    const random = randomStream(request.sampling.seed, 'perceive')
    const { agent } = request
    const call = { role: agent.role ?? agent.name, inputs: Object.fromEntries(agent.inputs.map(({ name: input, value }) => [input, value])) }
    const inputs = agent.inputs.map((input) => ({ ...input, value: seen(input.value, random, call) }))
    const prompt = encodePrompt(vocabulary, { ...agent, inputs })
    if (prompt.kind === 'unreadable') return refuse(request, prompt.message)
    const mask = replyMask(vocabulary, agent.result)
    if (mask.kind === 'unwritable') return refuse(request, mask.message)
    if (request.tools.length > 0) return refuse(request, 'it calls no tools')
    if (request.sampling.topP !== null) return refuse(request, 'it takes no top_p')
    const room = network.shape.positions - prompt.tokens.length + 1
    if (room < 1) {
      return failure('context_overflow', `${agent.name} was given ${prompt.tokens.length} tokens; this model reads ${network.shape.positions}`)
    }
    const sample: SampleRequest = {
      prompt: prompt.tokens,
      maximumTokens: Math.min(request.sampling.maximumTokens, room),
      temperature: request.sampling.temperature ?? temperature,
      stop: vocabulary.end,
      mask: mask.mask,
      seed: deriveSeed(request.sampling.seed, 'executor'),
    }
    return { prompt: prompt.tokens, request, sample }
  }

  function seen(value: Value, random: RandomStream, call: ReadingCall): Value {
    return typeof value === 'string' ? perceive(value, random, call) : value
  }
}

function refuse(request: ModelRequest, message: string): ModelOutcome {
  return failure('rejected', `the embedded model cannot play the agent ${request.agent.name}: ${message}`)
}

function failure(code: 'rejected' | 'context_overflow' | 'cancelled', message: string): ModelOutcome {
  return { kind: 'failure', code, message, transient: false, reachedModel: false, retryAfter: null }
}

/** A masked reply as the value of its type; a reply that was cut short stays a text, and fails validation. */
function valueOf(request: ModelRequest, text: string): Value {
  switch (request.agent.result.kind) {
    case 'bool':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'int':
      return /^-?[0-9]+$/.test(text) ? Number(text) : text
    default:
      return text
  }
}
