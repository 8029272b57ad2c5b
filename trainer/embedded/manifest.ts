import { Ajv } from 'ajv'

/** What stands beside a checkpoint's weights: who may call it, and where it comes from. */
export interface Manifest {
  readonly version: 1
  readonly name: string
  /** The policy that its agents belong to. */
  readonly policy: string
  readonly roles: readonly ManifestRole[]
  /** All roles of the vocabulary, in the order of its symbols. */
  readonly vocabularyRoles: readonly string[]
  readonly characters: string
  /** Where an agent says nothing. */
  readonly temperature: number
  /** The file of the weights, beside the manifest. */
  readonly weights: string
  /** How it was made and what it was measured at: for people. */
  readonly origin: { readonly command: string; readonly seed: number; readonly measured: string }
}

/** An agent that the checkpoint can play: its role text and its signature, types as the language writes them. */
export interface ManifestRole {
  readonly role: string
  readonly parameters: readonly { readonly name: string; readonly type: string }[]
  readonly result: string
}

const text = { type: 'string', minLength: 1 } as const

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'name', 'policy', 'roles', 'vocabularyRoles', 'characters', 'temperature', 'weights', 'origin'],
  properties: {
    version: { const: 1 },
    name: text,
    policy: text,
    roles: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['role', 'parameters', 'result'],
        properties: {
          role: text,
          parameters: {
            type: 'array',
            items: { type: 'object', additionalProperties: false, required: ['name', 'type'], properties: { name: text, type: text } },
          },
          result: text,
        },
      },
    },
    vocabularyRoles: { type: 'array', items: text, uniqueItems: true },
    characters: text,
    temperature: { type: 'number', minimum: 0 },
    weights: { type: 'string', pattern: '^[a-z0-9-]+\\.checkpoint$' },
    origin: {
      type: 'object',
      additionalProperties: false,
      required: ['command', 'seed', 'measured'],
      properties: { command: text, seed: { type: 'integer' }, measured: text },
    },
  },
} as const

const ajv = new Ajv()
const validate = ajv.compile<Manifest>(schema)

export type ReadManifest = { readonly kind: 'manifest'; readonly manifest: Manifest } | { readonly kind: 'invalid'; readonly message: string }

/** Reads a manifest, or says what is wrong with it. */
export function readManifest(content: string): ReadManifest {
  let data: unknown
  try {
    data = JSON.parse(content)
  } catch {
    return { kind: 'invalid', message: 'it is not valid JSON' }
  }
  if (!validate(data)) return { kind: 'invalid', message: ajv.errorsText(validate.errors, { dataVar: 'manifest' }) }
  return { kind: 'manifest', manifest: data }
}
