import { Ajv } from 'ajv'
import { designShapes } from '../../training/design-shape.ts'
import type { ExperimentResult } from './experiment-result.ts'

const number = { type: 'number' } as const
const count = { type: 'integer', minimum: 0 } as const
const text = { type: 'string' } as const
const numberOrNull = { type: ['number', 'null'] } as const

const list = (items: object): object => ({ type: 'array', items })

const record = (properties: Readonly<Record<string, object>>): object => ({ type: 'object', required: Object.keys(properties), properties })

const measure = record({
  success: number,
  requestsPerTask: number,
  scores: list(number),
  byDifficulty: list(record({ difficulty: number, tasks: count, success: number })),
  shapes: record(Object.fromEntries(designShapes.map((shape) => [shape, number]))),
  compiledShare: number,
})

const schema = record({
  version: { const: 2 },
  experiment: text,
  arm: text,
  setting: text,
  method: text,
  title: text,
  seed: count,
  backend: text,
  digest: text,
  processorSeconds: number,
  startSteps: record({ executor: count, designer: count }),
  steps: count,
  requests: count,
  replayRequests: count,
  before: measure,
  after: measure,
  votes: list(record({ size: count, requestsPerTask: number, scores: list(number) })),
  curve: list(
    record({
      requests: count,
      score: numberOrNull,
      executorReward: numberOrNull,
      designerReward: numberOrNull,
      requestsPerExecution: numberOrNull,
    }),
  ),
  written: count,
  compiled: count,
  designs: list(record({ difficulty: number, share: number, body: text })),
})

const validate = new Ajv({ allowUnionTypes: true }).compile(schema)

/** Whether data is a result as `writeResult` writes it. */
export const isResult = (data: unknown): data is ExperimentResult => validate(data)
