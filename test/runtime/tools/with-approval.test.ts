import { expect, test } from 'vitest'
import { withApproval } from '../../../runtime/tools/with-approval.ts'

const context = { node: 'main/pay', seed: 1, signal: new AbortController().signal }
const pay = withApproval({ description: 'pays', call: ({ amount }) => Promise.resolve({ kind: 'ok', value: amount }) }, 'Pay?')

test('asks before the first call, and makes it once that is approved', async () => {
  expect(await pay.call({ amount: 3 }, context)).toEqual({ kind: 'suspended', question: 'Pay?', awaits: 'approval' })
  expect(await pay.call({ amount: 3 }, { ...context, approvals: 1 })).toEqual({ kind: 'ok', value: 3 })
})

test('is another tool to a journal', () => {
  expect(pay.description).toBe('pays approved by a person')
})
