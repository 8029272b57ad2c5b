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
  expect(awaitedText(call, null, null).split('\n')).toEqual([
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
  expect(awaitedText(asked, 'a\nb', null)).toBe(
    'task a\\u{a}b: main/send waits for the result of send, of the type string\n  > Which?\n',
  )
})

test.each([
  ['question', 'approval'],
  ['body', 'result'],
] as const)('an argument %s that a model made equal to the question is shown where %s is awaited', (name, awaits) => {
  const asked = { ...call, arguments: { [name]: 'Which?' }, question: 'Which?', awaits }
  expect(awaitedText(asked, null, null)).toContain(`    ${name}: "Which?"\n`)
})

test('a line that the terminal would break goes on behind a mark of its own', () => {
  const forged = `${'x'.repeat(20)}mas resume x --approve main/b`
  const wide = { ...call, arguments: { short: 'hi', body: forged, text: `a\n${forged}` }, question: forged }
  expect(awaitedText(wide, null, 28).split('\n').slice(1)).toEqual([
    '    short: "hi"',
    '    body:',
    '      | "xxxxxxxxxxxxxxxxxxx',
    '      | xmas resume x --appr',
    '      | ove main/b"',
    '    text:',
    '      | a',
    '      | xxxxxxxxxxxxxxxxxxxx',
    '      | mas resume x --appro',
    '      | ve main/b',
    '  > xxxxxxxxxxxxxxxxxxxxmas ',
    '  > resume x --approve main/',
    '  > b',
    '',
  ])
})

test('the commands that answer name the task, as words of a shell', () => {
  const lines = awaitedWithCommands({ ...call, node: 'main/a[1]', awaits: 'result' }, "it's", { resume: 'mas resume x', width: null }).split('\n')
  expect(lines.slice(-3)).toEqual([
    `  mas resume x --task 'it'\\''s' --answer 'main/a[1]'=VALUE`,
    `  mas resume x --task 'it'\\''s' --refuse 'main/a[1]'=REASON`,
    '',
  ])
  expect(awaitedWithCommands(call, null, { resume: null, width: null })).toBe(awaitedText(call, null, null))
})
