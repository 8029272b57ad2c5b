import { describe, expect, test } from 'vitest'
import { callTool } from '../../../runtime/tools/call-tool.ts'
import type { ToolOutcome } from '../../../runtime/tools/tool-implementation.ts'
import type { Answer } from '../../../runtime/suspension/answer.ts'
import { callSetup } from '../agent/call-setup.ts'
import { int, tool } from '../graph-builder.ts'
import { mockModel } from '../mock-model.ts'

const pay = tool('pay', { result: int, pure: false })
const approval: ToolOutcome = { kind: 'suspended', question: 'Pay?', awaits: 'approval' }
const result: ToolOutcome = { kind: 'suspended', question: 'How much?', awaits: 'result' }

function setup(outcome: (approvals: number) => ToolOutcome, answers: readonly Answer[]) {
  const made: number[] = []
  const left = [...answers]
  const { context, events } = callSetup({
    agents: [],
    tools: [pay],
    answers: {
      pay: (_, __, approvals) => {
        made.push(approvals)
        return outcome(approvals)
      },
    },
    model: mockModel(() => ''),
    person: () => Promise.resolve(left.shift() ?? null),
  })
  const { signal } = new AbortController()
  return { end: () => callTool(context, pay, { input: 'a' }, 'main/pay', signal), events, made }
}

const failed = (code: string, message: string) => ({ kind: 'failed', failure: { code, message } })

test('what awaits its result has the value that a person gives', async () => {
  const { end, events, made } = setup(() => result, [{ kind: 'value', value: 12 }])
  expect(await end()).toEqual({ kind: 'ok', value: 12 })
  expect(made).toEqual([0])
  const awaited = {
    node: 'main/pay',
    tool: 'pay',
    arguments: { input: 'a' },
    question: 'How much?',
    awaits: 'result',
    result: int,
  }
  expect(events).toEqual([
    { kind: 'tool_started', node: 'main/pay', tool: 'pay', arguments: { input: 'a' } },
    { kind: 'tool_suspended', ...awaited },
    { kind: 'tool_answered', node: 'main/pay', tool: 'pay', answer: { kind: 'value', value: 12 } },
    { kind: 'tool_finished', node: 'main/pay', tool: 'pay', outcome: { kind: 'ok', value: 12 } },
  ])
})

test('what awaits approval is called once more after each', async () => {
  const { end, made } = setup(
    (approvals) => (approvals < 2 ? approval : { kind: 'ok', value: approvals }),
    [{ kind: 'approved' }, { kind: 'approved' }],
  )
  expect(await end()).toEqual({ kind: 'ok', value: 2 })
  expect(made).toEqual([0, 1, 2])
})

describe('fails', () => {
  test.each<[string, ToolOutcome, Answer, string, string]>([
    [
      'where approval is declined',
      approval,
      { kind: 'declined', reason: 'too much' },
      'declined',
      'A person did not approve this call: too much',
    ],
    ['without a reason too', approval, { kind: 'declined', reason: '' }, 'declined', 'A person did not approve this call.'],
    ['where no result is given', result, { kind: 'declined', reason: 'ask Bob' }, 'declined', 'A person gave no answer: ask Bob'],
    [
      'where a program answers something else',
      result,
      { kind: 'approved' },
      'invalid_tool_result',
      'pay was answered wrongly: it waits',
    ],
    [
      'where a value does not fit',
      result,
      { kind: 'value', value: 'x' },
      'invalid_tool_result',
      'pay was answered wrongly: the answer',
    ],
  ])('%s', async (_, outcome, answer, code, message) => {
    const { end, made } = setup(() => outcome, [answer])
    expect(await end()).toMatchObject(failed(code, expect.stringContaining(message) as string))
    expect(made).toEqual([0])
  })
})
