import { Ajv } from 'ajv'
import { armNames } from '../demonstration/arms.ts'
import { designShapes } from '../training/design-shape.ts'
import type { ExperimentResult } from './result-file.ts'

const number = { type: 'number' } as const
const text = { type: 'string' } as const
const numberOrNull = { type: ['number', 'null'] } as const

const list = (items: object): object => ({ type: 'array', items })

const record = (properties: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
})

const measured = record({
  success: number,
  interval: { type: 'array', minItems: 2, maxItems: 2, items: number },
  requestsPerTask: number,
  byFamily: list(
    record({ family: text, success: number, shapes: record(Object.fromEntries(designShapes.map((shape) => [shape, number]))) }),
  ),
})

const arm = (names: readonly string[]): object =>
  record({
    name: { enum: names },
    title: text,
    before: measured,
    after: measured,
    trainRequests: number,
    designs: list(record({ family: text, difficulty: number, share: number, text })),
    compiledShare: numberOrNull,
    writtenDesigns: number,
  })

const schema = record(
  {
    version: { const: 1 },
    seed: { type: 'integer', minimum: 0 },
    backend: text,
    settings: { type: 'object' },
    result: arm(armNames),
    votes: list(record({ kind: { const: 'vote' }, size: number, result: arm([...armNames, 'self_consistency']) })),
  },
  {
    curve: list(
      record({ requests: number, executorReward: numberOrNull, designerReward: numberOrNull, requestsPerExecution: numberOrNull }),
    ),
  },
)

const validate = new Ajv({ strictTypes: false, allowUnionTypes: true }).compile(schema)

/** Whether data is a result as `writeResult` writes it; settings are compared elsewhere. */
export const isResult = (data: unknown): data is ExperimentResult => validate(data)
