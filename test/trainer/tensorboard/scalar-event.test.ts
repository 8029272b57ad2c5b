import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scalarEvent, tfRecord, versionEvent } from '../../../trainer/tensorboard/index.ts'
import { readEventFile } from './read-event-file.ts'

test('a file begins with its version', () => {
  expect(readEventFile(tfRecord(versionEvent()))).toEqual([{ wallTime: 0, step: 0, fileVersion: 'brain.Event:2' }])
})

test('the version event is, byte for byte, what TensorFlow writes at a time of 0', () => {
  const bytes = '09 0000000000000000 1a 0d 627261696e2e4576656e743a32'
  expect(versionEvent().toString('hex')).toBe(bytes.replaceAll(' ', ''))
})

test('steps and scalars come back as they were, in order', () => {
  const scalars = fc.array(fc.record({ tag: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), value: fc.float({ noNaN: true }) }), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.maxSafeNat(), scalars), { maxLength: 4 }), (events) => {
      const file = Buffer.concat(events.map(([step, values]) => tfRecord(scalarEvent(step, values))))
      expect(readEventFile(file).map(({ step, summary }) => [step, summary?.value ?? []])).toEqual(
        events.map(([step, values]) => [step, values.map(({ tag, value }) => ({ tag, simpleValue: value }))]),
      )
    }),
    { numRuns: 50 },
  )
})
