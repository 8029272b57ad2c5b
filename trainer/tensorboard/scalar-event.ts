import { doubleField, floatField, lengthField, varintField } from './protocol-buffer.ts'

/** A number under its tag; TensorBoard groups tags by what stands before the first `/`. */
export interface Scalar {
  readonly tag: string
  readonly value: number
}

/** Fields of `Event` (tensorflow/core/util/event.proto). */
const eventFields = { wallTime: 1, step: 2, fileVersion: 3, summary: 5 } as const

/** Fields of `Summary` and of its `Value` (tensorflow/core/framework/summary.proto). */
const summaryFields = { value: 1, tag: 1, simpleValue: 2 } as const

/** The event that every event file begins with. */
export const versionEvent = (): Buffer =>
  Buffer.concat([doubleField(eventFields.wallTime, 0), lengthField(eventFields.fileVersion, Buffer.from('brain.Event:2'))])

/** An `Event` with the scalars of a step. Its time is 0: equal runs write equal files. */
export function scalarEvent(step: number, scalars: readonly Scalar[]): Buffer {
  const values = scalars.map(({ tag, value }) => {
    const content = [lengthField(summaryFields.tag, Buffer.from(tag)), floatField(summaryFields.simpleValue, value)]
    return lengthField(summaryFields.value, Buffer.concat(content))
  })
  return Buffer.concat([
    doubleField(eventFields.wallTime, 0),
    varintField(eventFields.step, step),
    lengthField(eventFields.summary, Buffer.concat(values)),
  ])
}
