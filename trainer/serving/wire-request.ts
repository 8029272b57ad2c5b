import { Ajv } from 'ajv'

/** The parts of a chat completion request that a checkpoint looks at. */
export interface WireRequest {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content?: string | null }[]
  readonly max_tokens?: number | null
  readonly max_completion_tokens?: number | null
  readonly temperature?: number | null
  readonly top_p?: number | null
  readonly seed?: number | null
  readonly stream?: boolean | null
  readonly stream_options?: { readonly include_usage?: boolean } | null
  readonly tools?: readonly unknown[] | null
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name?: string } } | null
}

const optionalCount = { type: ['integer', 'null'], minimum: 1 } as const
const optionalNumber = { type: ['number', 'null'], minimum: 0 } as const

const schema = {
  type: 'object',
  required: ['model', 'messages'],
  properties: {
    model: { type: 'string' },
    messages: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['role'],
        properties: { role: { type: 'string' }, content: { type: ['string', 'null'] } },
      },
    },
    max_tokens: optionalCount,
    max_completion_tokens: optionalCount,
    temperature: optionalNumber,
    top_p: optionalNumber,
    seed: { type: ['integer', 'null'] },
    stream: { type: ['boolean', 'null'] },
    stream_options: { type: ['object', 'null'] },
    tools: { type: ['array', 'null'] },
    response_format: { type: ['object', 'null'], required: ['type'], properties: { type: { type: 'string' } } },
  },
} as const

const ajv = new Ajv({ allowUnionTypes: true })
const validate = ajv.compile<WireRequest>(schema)

export type ReadWireRequest =
  { readonly kind: 'ok'; readonly request: WireRequest } | { readonly kind: 'error'; readonly message: string }

/** Reads the body of a chat completion request; fields that are not looked at may be anything. */
export function readWireRequest(body: string): ReadWireRequest {
  let data: unknown
  try {
    data = JSON.parse(body)
  } catch {
    return { kind: 'error', message: 'the body is not valid JSON' }
  }
  if (!validate(data)) return { kind: 'error', message: ajv.errorsText(validate.errors, { dataVar: 'body' }) }
  return { kind: 'ok', request: data }
}
