import { expect, test } from 'vitest'
import { readTaskLines } from '../../../runtime/tasks/index.ts'

test('lines are tasks; blank lines, a byte order mark and Windows line breaks do no harm', () => {
  expect(readTaskLines('\uFEFF{"id":"a","input":{"x":1},"expected":null}\r\n\n{"id":"b","input":{}}\n')).toEqual({
    kind: 'ok',
    tasks: [
      { id: 'a', input: { x: 1 }, expected: null },
      { id: 'b', input: {} },
    ],
    lines: [1, 3],
  })
})

test.each([
  ['[]', 'a task is an object, {"id": …, "input": {…}}'],
  ['{"input":{}}', '"id" must be a text'],
  ['{"id":1,"input":{}}', '"id" must be a text'],
  ['{"id":"","input":{}}', '"id" must be a text'],
  ['{"id":"a"}', '"input" must be an object with a value for each parameter'],
  ['{"id":"a","input":[]}', '"input" must be an object with a value for each parameter'],
  ['{"id":"a","inputs":{}}', 'a task has no "inputs". Did you mean "input"?'],
])('%s is broken', (line, message) => {
  expect(readTaskLines(`{"id":"z","input":{}}\n${line}`)).toEqual({ kind: 'error', problems: [{ line: 2, message }] })
})

test('every broken line is told, and nothing else is given', () => {
  const result = readTaskLines('{"id":"a","input":{}}\n{"id":\n{"id":"a","input":{}}\n7')
  expect(result.kind === 'error' ? result.problems.map((problem) => problem.line) : []).toEqual([2, 3, 4])
  expect(JSON.stringify(result)).toContain('stands in line 1 already')
})

test('no task at all is a mistake', () => {
  expect(readTaskLines(' \n').kind).toBe('error')
})
