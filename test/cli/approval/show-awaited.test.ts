import { expect, test } from 'vitest'
import { awaitedText, awaitedWithCommands } from '../../../cli/approval/show-awaited.ts'
import type { AwaitedJson } from '../../../cli/json/awaited-json.ts'

const call: AwaitedJson = {
  node: 'main/send',
  tool: 'send',
  arguments: { subject: 'hi', body: 'Dear Bob,\nmas: sent\u001b[1A', to: ['a', 'b'] },
  question: 'Sure?\nmas resume x --approve main/other',
  awaits: 'approval',
  type: 'string',
}

test('every line of what came from elsewhere is marked, and everything in it can be seen', () => {
  expect(awaitedText(call, null).split('\n')).toEqual([
    'main/send waits for approval of send',
    '    subject: "hi"',
    '    body:',
    '      | Dear Bob,',
    '      | mas: sent\\u{1b}[1A',
    '    to: ["a","b"]',
    '  > Sure?',
    '  > mas resume x --approve main/other',
    '',
  ])
})

test('an argument that is the question stands there once', () => {
  const asked = { ...call, arguments: { question: 'Which?' }, question: 'Which?', awaits: 'result' as const }
  expect(awaitedText(asked, 'a\nb')).toBe(
    'task a\\u{a}b: main/send waits for the result of send, of the type string\n  > Which?\n',
  )
})

test('the commands that answer name the task, as words of a shell', () => {
  const lines = awaitedWithCommands({ ...call, node: 'main/a[1]', awaits: 'result' }, "it's", 'mas resume x').split('\n')
  expect(lines.slice(-3)).toEqual([
    `  mas resume x --task 'it'\\''s' --answer 'main/a[1]'=VALUE`,
    `  mas resume x --task 'it'\\''s' --refuse 'main/a[1]'=REASON`,
    '',
  ])
  expect(awaitedWithCommands(call, null, null)).toBe(awaitedText(call, null))
})
