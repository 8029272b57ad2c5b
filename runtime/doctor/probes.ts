import type { ModelOutcome, ModelReply, ModelRequest, ServerSettings } from '../model/index.ts'
import type { Finding, ProbeName } from './finding.ts'
import { PROBE_TOKENS, probeRequest } from './probe-request.ts'

/** One question to a server, and how its answer is judged. */
export interface Probe {
  readonly settings: Partial<ServerSettings>
  readonly request: ModelRequest
  /** What a reply shows; `pieces` counts how often a piece of its text was heard. */
  readonly judge: (reply: ModelReply, pieces: number) => readonly Finding[]
  /** What is left unsaid where there is no reply. */
  readonly about: readonly ProbeName[]
}

const word = 'xyzzy'

const schema = { type: 'object', properties: { value: { type: 'integer' } }, required: ['value'], additionalProperties: false }

const finding = (name: ProbeName, isThere: boolean, yes: string, no: string): Finding => ({
  name,
  verdict: isThere ? 'yes' : 'no',
  detail: isThere ? yes : no,
})

const leftOut = (reply: ModelReply, what: string): boolean => (reply.notes ?? []).some((note) => note.startsWith(what))

/** The first probe: where it has no reply, no other is made. */
export const answerProbe: Probe = {
  settings: {},
  request: probeRequest('Answer with the single word: ready', {
    sampling: { temperature: 0, topP: null, maximumTokens: PROBE_TOKENS, seed: 1 },
  }),
  about: ['answer'],
  judge: (reply) => [
    {
      name: 'answer',
      verdict: reply.content.trim() === '' ? 'unknown' : 'yes',
      detail: reply.content.trim() === '' ? `an empty text (finish: ${reply.finish})` : JSON.stringify(reply.content.trim().slice(0, 60)),
    },
    finding('usage', reply.usage.promptTokens > 0, 'it counts tokens', 'it counts no prompt tokens: budgets hold by an estimate'),
    finding('temperature', !leftOut(reply, 'temperature'), 'it takes one', 'it refuses one, which is then left out'),
    finding('seed', !leftOut(reply, 'the seed'), 'it takes one', 'it refuses one, which is then left out'),
    finding('reasoning', reply.reasoning !== undefined, 'it thinks before it answers; kept in traces only', 'none was seen'),
  ],
}

const structured = (name: 'json_schema' | 'structured_outputs'): Probe => ({
  settings: { structured: name },
  request: probeRequest('Which number comes after six?', { output: { kind: 'json', schema, wrapped: true } }),
  about: [name],
  judge: (reply) => [
    finding(
      name,
      fitsSchema(reply.content) && !leftOut(reply, 'the schema'),
      'its answer fits a schema that the prompt does not mention',
      'it refuses or ignores the schema',
    ),
  ],
})

const grammar = (name: ProbeName, kind: ServerSettings['kind']): Probe => ({
  settings: { kind },
  request: probeRequest('What is the capital of France?', { output: { kind: 'grammar', gbnf: `root ::= "${word}"` } }),
  about: [name],
  judge: (reply) => [
    finding(name, reply.content.trim() === word, 'its answer keeps to a grammar', 'it refuses or ignores the grammar'),
  ],
})

/** All further probes. */
export const probes: readonly Probe[] = [
  structured('json_schema'),
  structured('structured_outputs'),
  grammar('vllm_grammar', 'vllm'),
  grammar('sglang_grammar', 'sglang'),
  grammar('llama_cpp_grammar', 'llama.cpp'),
  {
    settings: {},
    request: probeRequest('Call the tool "lookup" with the word "moon". Do not answer yourself.', {
      tools: [
        {
          name: 'lookup',
          description: 'Looks a word up.',
          parameters: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'], additionalProperties: false },
        },
      ],
    }),
    about: ['tools'],
    judge: (reply) => [finding('tools', reply.toolCalls[0]?.name === 'lookup', 'it called one', 'it called none')],
  },
  {
    settings: { stream: true },
    request: probeRequest('Count from one to ten, in words.'),
    about: ['stream'],
    judge: (_, pieces) => [finding('stream', pieces > 1, `it came in ${pieces} pieces`, 'the answer came whole')],
  },
  {
    settings: { logProbabilities: true, kind: 'vllm' },
    request: probeRequest('Answer with the single word: ready'),
    about: ['log_probabilities', 'token_ids'],
    judge: ({ tokens }) => [
      finding('log_probabilities', (tokens?.logProbabilities ?? null) !== null, 'one per token', 'none'),
      finding('token_ids', (tokens?.ids ?? null) !== null, 'one per token', 'none'),
    ],
  },
]

function fitsSchema(content: string): boolean {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null && 'value' in value && Number.isInteger(value.value)
  } catch {
    return false
  }
}

/** What a probe leaves unsaid where its request failed: a refusal is an answer, a server that is away is none. */
export function withoutReply({ about }: Probe, outcome: Extract<ModelOutcome, { kind: 'failure' }>): readonly Finding[] {
  const verdict = outcome.code === 'rejected' ? 'no' : 'unknown'
  return about.map((name) => ({ name, verdict, detail: outcome.message }))
}
