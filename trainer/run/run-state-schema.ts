import { Ajv } from 'ajv'
import { entryKinds } from '../frontier/index.ts'
import { evaluationSchema } from './metrics-schema.ts'
import { count, list, number, orNull, record, text } from './schema-parts.ts'

const point = record({
  step: count,
  requests: count,
  price: number,
  idle: count,
  failing: count,
  unsolved: count,
  measurements: list(record({ step: count, value: number })),
})

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

const frontierEntry = record({
  kind: { enum: entryKinds },
  name: text,
  text: orNull(text),
  training: orNull(record({ executions: count, score: number, requests: number })),
  scores: list(number),
  requests: number,
  price: orNull(number),
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
    evaluations: list(evaluationSchema),
    designs: list(record({ family: text, difficulty: number, share: number, text })),
    written: count,
    compiled: count,
    metrics: mark,
    records: orNull(mark),
    tried: orNull(mark),
    frontier: list(frontierEntry),
  }),
  designer: orNull(count),
  executor: orNull(count),
})

const validate = new Ajv({ strictTypes: false }).compile(schema)

/** Whether data has the shape of a state file's header. */
export const validateRunState = <Header>(data: unknown): data is Header => validate(data)
