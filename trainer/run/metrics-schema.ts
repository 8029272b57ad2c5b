import { Ajv } from 'ajv'
import { longestText } from '../training/design-credit.ts'
import { designShapes } from '../training/index.ts'
import { entryKinds } from '../frontier/index.ts'
import { count, list, number, orNull, record, text } from './schema-parts.ts'
import type { MetricsLine } from './training-event.ts'

const share = { type: 'number', minimum: 0, maximum: 1 } as const

const shapes = record(Object.fromEntries(designShapes.map((shape) => [shape, share])))

const role = { enum: ['executor', 'designer'] } as const

const start = record({ kind: { const: 'start' }, role, step: count, loss: number, accuracy: orNull(number) })

const node = record({ node: text, calls: count, meanAdvantage: number, meanAbsoluteAdvantage: number })

const step = record({
  kind: { const: 'step' },
  step: count,
  trained: { enum: ['designer', 'executor', 'both'] },
  phase: count,
  requests: count,
  replayRequests: count,
  score: orNull(number),
  executorReward: orNull(number),
  designerReward: orNull(number),
  requestsPerExecution: orNull(number),
  compiledShare: share,
  completedShare: orNull(share),
  designs: count,
  shapes,
  designTokens: orNull(number),
  replyTokens: orNull(number),
  credit: orNull(record({ text: { type: 'string', maxLength: longestText }, share, executions: count, meanScore: orNull(number), nodes: list(node) })),
  warnings: list(text),
  executorLoss: orNull(number),
  designerLoss: orNull(number),
  designerEntropy: orNull(number),
})

/** An evaluation, as metrics and states hold it. */
export const evaluationSchema = record({
  kind: { const: 'evaluation' },
  step: count,
  requests: count,
  tasks: count,
  success: number,
  interval: { type: 'array', minItems: 2, maxItems: 2, items: number },
  requestsPerTask: number,
  byFamily: list(record({ family: text, success: number, shapes })),
})

const frontier = record({
  kind: { const: 'frontier' },
  step: count,
  entry: { enum: entryKinds },
  name: text,
  score: number,
  requests: number,
  price: orNull(number),
})

const validate = new Ajv({ strictTypes: false }).compile({ oneOf: [start, step, evaluationSchema, frontier] })

/** Whether data has the shape of a line of the metrics. */
export const isMetricsLine = (data: unknown): data is MetricsLine => validate(data)
