import { Ajv } from 'ajv'

const count = { type: 'integer', minimum: 0 } as const
const number = { type: 'number' } as const
const text = { type: 'string' } as const
const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] })
const list = (items: object): object => ({ type: 'array', items })
const record = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

const point = record({ step: count, requests: count, idle: count, failing: count, measurements: list(record({ step: count, value: number })) })

const position = {
  oneOf: [
    record({
      kind: { const: 'start' },
      role: { enum: ['executor', 'designer'] },
      last: orNull(record({ step: count, loss: number, accuracy: orNull(number) })),
    }),
    record({ kind: { enum: ['training', 'finished'] }, point }),
  ],
}

const mark = record({ bytes: count, checksum: count })

const evaluation = record({
  kind: { const: 'evaluation' },
  step: count,
  requests: count,
  tasks: count,
  success: number,
  interval: { type: 'array', minItems: 2, maxItems: 2, items: number },
  requestsPerTask: number,
  byFamily: list(record({ family: text, success: number })),
})

const names = record({
  domain: orNull(text),
  scorer: orNull(text),
  estimator: orNull(text),
  executor: orNull(text),
  designer: orNull(text),
})

const schema = record({
  state: record({
    version: { const: 1 },
    backend: text,
    extensions: names,
    position,
    evaluations: list(evaluation),
    designs: list(record({ family: text, difficulty: number, share: number, text })),
    written: count,
    compiled: count,
    metrics: mark,
    records: orNull(mark),
  }),
  designer: orNull(count),
  executor: orNull(count),
})

const validate = new Ajv({ strictTypes: false }).compile(schema)

/** Whether data has the shape of a state file's header. */
export const validateRunState = <Header>(data: unknown): data is Header => validate(data)
