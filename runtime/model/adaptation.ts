/** Something of a request that a server turned out not to take. */
export type Adaptation = 'token_limit' | 'temperature' | 'top_p' | 'seed' | 'schema' | 'grammar' | 'log_probabilities' | 'stream_usage'

type Body = { readonly [field: string]: unknown }

interface Rule {
  readonly adaptation: Adaptation
  /** Fields of the body that the server may complain about. */
  readonly fields: readonly string[]
  /** Whether the body has it, where one of the fields alone does not say so: vLLM takes schemas and grammars in the same one. */
  readonly isSent?: (body: Body) => boolean
  /** What a person is told. */
  readonly note: string
}

const holds = (part: unknown, field: string): boolean => typeof part === 'object' && part !== null && field in part

const rules: readonly Rule[] = [
  { adaptation: 'token_limit', fields: ['max_tokens', 'max_completion_tokens'], note: 'max_tokens was sent under its other name' },
  { adaptation: 'temperature', fields: ['temperature'], note: 'temperature was left out: the model does not take it' },
  { adaptation: 'top_p', fields: ['top_p'], note: 'top_p was left out: the model does not take it' },
  { adaptation: 'seed', fields: ['seed'], note: 'the seed was left out: the server does not take one' },
  {
    adaptation: 'schema',
    fields: ['response_format', 'json_schema', 'structured_outputs'],
    isSent: ({ response_format: format, structured_outputs: outputs }) => format !== undefined || holds(outputs, 'json'),
    note: 'the schema of the result was written into the prompt: the server takes none',
  },
  {
    adaptation: 'grammar',
    fields: ['grammar', 'ebnf', 'structured_outputs'],
    isSent: ({ grammar, ebnf, structured_outputs: outputs }) => grammar !== undefined || ebnf !== undefined || holds(outputs, 'grammar'),
    note: 'the grammar was left out: the server does not take it',
  },
  {
    adaptation: 'log_probabilities',
    fields: ['logprobs', 'return_token_ids'],
    note: 'log-probabilities were left out: the server gives none',
  },
  { adaptation: 'stream_usage', fields: ['stream_options'], note: 'the server does not count tokens while it streams' },
]

const COMPLAINT =
  /unsupported|(not|n't) support|unrecogni[sz]ed|unknown|not (permitted|allowed|available)|unexpected|extra inputs|only the default|instead/i

/**
 * What to leave out or write otherwise, where a server refused a request for a field that the body has; `null` where the
 * refusal has another reason. A value that is out of range is the script's mistake and is not mended here.
 */
export function adaptationFor(complaint: string, body: Body): Adaptation | null {
  if (!COMPLAINT.test(complaint) || /invalid schema/i.test(complaint)) return null
  const named = rules.find(
    ({ fields, isSent }) =>
      (isSent?.(body) ?? fields.some((field) => Object.hasOwn(body, field))) && fields.some((field) => namesField(complaint, field)),
  )
  return named?.adaptation ?? null
}

const namesField = (complaint: string, field: string): boolean => new RegExp(`(?<![a-z_])${field}(?![a-z_])`, 'i').test(complaint)

export const adaptationNote = (adaptation: Adaptation): string =>
  rules.find((rule) => rule.adaptation === adaptation)?.note ?? adaptation
