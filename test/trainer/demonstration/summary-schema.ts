const share = { type: 'number', minimum: 0, maximum: 1 }
const text = { type: 'string', minLength: 1 }
const count = { type: 'integer', minimum: 1 }

/** Exactly these properties, all of them. */
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
})

const list = (items: object): object => ({ type: 'array', items, minItems: 1 })

/** The format of `summary.json`, version 1: what others may read from it. */
export const summarySchema = exactly({
  version: { const: 1 },
  seed: { type: 'integer' },
  backend: { enum: ['tfjs-node', 'wasm', 'cpu'] },
  wallSeconds: { type: 'number', exclusiveMinimum: 0 },
  peakMiB: { type: 'number', exclusiveMinimum: 0 },
  arms: list(
    exactly({
      name: text,
      title: text,
      before: share,
      after: share,
      ci: { type: 'array', items: share, minItems: 2, maxItems: 2 },
      trainRequests: count,
      requestsPerTask: { type: 'number', minimum: 0 },
      byFamily: list(exactly({ family: text, before: share, after: share })),
    }),
  ),
  designs: list(exactly({ family: text, difficulty: count, share, text })),
  compiledShare: share,
  reachableDesigns: { type: 'string', pattern: '^[0-9]+$' },
  notUsed: { type: 'array', items: text },
  leakage: { type: 'object', required: ['heldOut', 'leaked', 'share'] },
})
