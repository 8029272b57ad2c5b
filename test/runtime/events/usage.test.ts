import { expect, test } from 'vitest'
import { addUsage, noUsage, UsageMeter } from '../../../runtime/events/usage.ts'

test('usage adds up by slot, and over all of them', () => {
  const meter = new UsageMeter()
  meter.countRequest('small', { requests: 1, attempts: 2 })
  meter.countTokens('small', { promptTokens: 10, completionTokens: 5 })
  meter.countRequest('large', { requests: 1, attempts: 1 })
  meter.countTokens('large', { promptTokens: 1, completionTokens: 2, cost: 0.25 })
  meter.countToolCall()
  meter.countSaved(4)
  expect(meter.total(3)).toEqual({
    requests: 2,
    attempts: 3,
    tool_calls: 1,
    saved_requests: 4,
    prompt_tokens: 11,
    completion_tokens: 7,
    cost: 0.25,
    seconds: 3,
    slots: {
      small: { requests: 1, attempts: 2, prompt_tokens: 10, completion_tokens: 5 },
      large: { requests: 1, attempts: 1, prompt_tokens: 1, completion_tokens: 2, cost: 0.25 },
    },
  })
})

test('where no price is known, no cost is told', () => {
  expect(new UsageMeter().total(0)).toEqual(noUsage)
  expect(Object.keys(noUsage)).not.toContain('cost')
})

test('the usage of two runs adds up', () => {
  const meter = new UsageMeter()
  meter.countRequest('default', { requests: 1, attempts: 1 })
  meter.countSaved(2)
  const one = meter.total(1)
  expect(addUsage(addUsage(noUsage, one), one)).toMatchObject({
    requests: 2,
    saved_requests: 4,
    seconds: 2,
    slots: { default: { requests: 2, attempts: 2 } },
  })
})
