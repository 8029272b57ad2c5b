import { expect, test } from 'vitest'
import { openOtlpExport } from '../../../runtime/otlp/index.ts'
import { startOtlpReceiver } from './receiver.ts'

test('spans reach a receiver, with their own times and who sent them', async () => {
  await using receiver = await startOtlpReceiver()
  const { tracer, finish } = openOtlpExport(receiver.url, '1.2.3')
  const span = tracer.startSpan('work', { startTime: 1_700_000_000_000, attributes: { 'mas.node': 'main/a' } })
  span.end(1_700_000_002_500)
  expect(await finish()).toBeNull()
  expect(receiver.spans).toMatchObject([
    { name: 'work', startTimeUnixNano: '1700000000000000000', endTimeUnixNano: '1700000002500000000', attributes: [{ key: 'mas.node', value: { stringValue: 'main/a' } }] },
  ])
  expect(receiver.resources).toEqual(expect.arrayContaining(['service.name', 'service.version']))
})

test('spans that are refused are told', async () => {
  await using receiver = await startOtlpReceiver(400)
  const { tracer, finish } = openOtlpExport(receiver.url, '1')
  tracer.startSpan('work').end()
  expect(await finish()).toMatch(/^1 span did not reach http:.*\/v1\/traces \(/)
})

/** Seconds: what these receivers do not answer is waited for. */
const PATIENCE = 0.2

test('a receiver that has no time is not asked again and again at the end', async () => {
  await using receiver = await startOtlpReceiver(503)
  const { tracer, finish } = openOtlpExport(receiver.url, '1', PATIENCE)
  tracer.startSpan('work').end()
  expect(await finish()).toMatch(/^1 span did not reach/)
  expect(receiver.requests()).toBe(1)
})

test('answers without an end are not waited for', async () => {
  await using receiver = await startOtlpReceiver('an answer without an end')
  const { tracer, finish } = openOtlpExport(receiver.url, '1', PATIENCE)
  tracer.startSpan('work').end()
  expect(await finish()).toMatch(/^1 span did not reach .* \(no answer within 0.2 s\)$/)
})

test('all that waits at the end is sent, however much it is', async () => {
  await using receiver = await startOtlpReceiver()
  const { tracer, finish } = openOtlpExport(receiver.url, '1', 20)
  for (let number = 0; number < 40 * 512; number += 1) tracer.startSpan('work').end()
  expect(await finish()).toBeNull()
  expect(receiver.spans).toHaveLength(40 * 512)
})
