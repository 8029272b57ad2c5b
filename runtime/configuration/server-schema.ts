import { serverKinds, structuredModes } from '../model/index.ts'

export const specSchema = {
  type: 'string',
  minLength: 1,
  description: 'The model: openai:MODEL@BASE_URL, openai:MODEL, embedded:NAME or replay:FILE.',
} as const

const price = { type: 'number', minimum: 0, description: 'For a million tokens, in any unit you like.' } as const

/** What may be said of one model and its server, beside its spec. */
export const serverProperties = {
  spec: specSchema,
  keyEnvironment: {
    type: 'string',
    pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
    description: 'The environment variable that holds the key. The key itself never stands in this file.',
  },
  server: {
    type: 'string',
    enum: serverKinds,
    description: 'What server it is: which of its own fields are used, such as those that take a grammar.',
  },
  structured: {
    type: 'string',
    enum: structuredModes,
    default: 'json_schema',
    description: 'How a result that is no string is asked for.',
  },
  tokenLimit: {
    type: 'string',
    enum: ['max_tokens', 'max_completion_tokens'],
    description: 'The name of the limit of completion tokens; max_completion_tokens for OpenAI, else max_tokens.',
  },
  stream: { type: 'boolean', default: false, description: 'Whether answers are asked for piece by piece.' },
  thinkTags: {
    type: 'boolean',
    description: 'Whether <think>…</think> before an answer is its reasoning; not for OpenAI, else yes.',
  },
  logProbabilities: {
    type: 'boolean',
    default: false,
    description: 'Whether log-probabilities, and token ids of vLLM and SGLang, are asked for and kept in traces.',
  },
  prices: {
    type: 'object',
    additionalProperties: false,
    required: ['promptPerMillion', 'completionPerMillion'],
    properties: { promptPerMillion: price, completionPerMillion: price },
  },
} as const
