import { expect, test } from 'vitest'
import { explainVerdict } from '../../../../runtime/tools/python/explain-verdict.ts'
import { DEFAULT_PYTHON_SETTINGS } from '../../../../runtime/tools/python/python-settings.ts'
import type { ProcessVerdict } from '../../../../runtime/tools/python/process/python-process.ts'

const explain = (verdict: ProcessVerdict, printed = '', isTooMuch = false) =>
  explainVerdict(verdict, { printed: Buffer.from(printed), isTooMuch, complaints: '' }, DEFAULT_PYTHON_SETTINGS)

test('a job that returned gives what it printed', () => {
  expect(explain({ kind: 'said', message: { kind: 'returned', standardError: '' } }, 'a\n')).toEqual({ kind: 'ok', value: 'a\n' })
})

test.each<[ProcessVerdict, string]>([
  [{ kind: 'said', message: { kind: 'raised', message: 'ValueError: no\n', standardError: '' } }, 'ValueError: no'],
  [{ kind: 'said', message: { kind: 'broken', message: 'no' } }, 'The Python interpreter broke down: no'],
  [{ kind: 'said', message: { kind: 'ready' } }, 'The code interfered with the interpreter that runs it, and was stopped.'],
  [{ kind: 'misspoke' }, 'The code interfered with the interpreter that runs it, and was stopped.'],
  [{ kind: 'ended' }, 'The Python interpreter ended before the code did.'],
  [{ kind: 'aborted' }, 'The call was aborted.'],
  [{ kind: 'exceeded', limit: 'time' }, 'The code ran longer than 20 seconds and was stopped.'],
  [{ kind: 'exceeded', limit: 'memory' }, 'The code held more memory than the 256 MB it may use, and was stopped.'],
  [{ kind: 'exceeded', limit: 'output' }, 'The code printed more than 100000 bytes and was stopped. Print less.'],
])('%j is a failure', (verdict, message) => {
  expect(explain(verdict)).toEqual({ kind: 'failed', message })
  expect(explain(verdict, 'so far\n')).toEqual({ kind: 'failed', message: `${message}\nIt had printed:\nso far` })
})

test('what was written to standard error stands last, in a result and in a failure', () => {
  const standardError = 'Traceback\nno\n'
  const returned: ProcessVerdict = { kind: 'said', message: { kind: 'returned', standardError } }
  expect(explain(returned)).toEqual({ kind: 'ok', value: 'Standard error:\nTraceback\nno' })
  expect(explain(returned, 'a')).toEqual({ kind: 'ok', value: 'a\nStandard error:\nTraceback\nno' })
  expect(explain({ kind: 'said', message: { kind: 'raised', message: 'E: no', standardError } }, 'a')).toEqual({
    kind: 'failed',
    message: 'E: no\nIt had printed:\na\nStandard error:\nTraceback\nno',
  })
})

test.each([
  ['Maximum call stack size exceeded', /^The code nests too deeply/],
  ['ENV.x is not a function', /^The code asked for something that Python has not got here/],
])('the interpreter that breaks down with "%s" says what leads there', (message, told) => {
  expect(explain({ kind: 'said', message: { kind: 'broken', message } })).toMatchObject({ message: expect.stringMatching(told) as string })
})

test.each([
  ["Traceback (most recent call last):\n  …\nModuleNotFoundError: No module named 'numpy'\n", true],
  ["ModuleNotFoundError: No module named 'a'\n\nDuring handling of the above exception:\n\nValueError: no\n", false],
])('a package that is not there is told with what brings it there: %j', (message, isTold) => {
  const outcome = explain({ kind: 'said', message: { kind: 'raised', message, standardError: '' } })
  expect(outcome.kind === 'failed' && outcome.message.includes('(python.wheels)')).toBe(isTold)
})

test('what was printed is cut from the front, and a message that code forged too', () => {
  expect(explain({ kind: 'ended' }, 'x'.repeat(2000))).toEqual({
    kind: 'failed',
    message: `The Python interpreter ended before the code did.\nIt had printed:\n…${'x'.repeat(1000)}`,
  })
  const forged = explain({ kind: 'said', message: { kind: 'raised', message: 'y'.repeat(50_000), standardError: '' } })
  expect(forged.kind === 'failed' && forged.message.length).toBe(4001)
})

test('too much output is too much, whatever was said before it was read', () => {
  expect(explain({ kind: 'said', message: { kind: 'returned', standardError: '' } }, 'a', true)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('printed more than') as string,
  })
})

test('whatever was printed or said, the message holds no half of a character', () => {
  const cut = explain({ kind: 'said', message: { kind: 'raised', message: 'a\ud800', standardError: '' } }, `b${'😀'.repeat(800)}c`)
  expect(cut.kind === 'failed' && cut.message.isWellFormed()).toBe(true)
})
