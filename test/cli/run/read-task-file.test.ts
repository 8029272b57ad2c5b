import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTaskFile } from '../../../cli/run/read-task-file.ts'
import { folderWith } from '../mas.ts'

test('tasks come with their places', () => {
  using folder = folderWith({ 'tasks.jsonl': '\n{"id":"a","input":{},"tests":[1],"schema":{},"scorer":"math"}\n' })
  const file = join(folder.path, 'tasks.jsonl')
  expect(readTaskFile(file)).toEqual({
    kind: 'ok',
    tasks: [{ task: { id: 'a', input: {}, tests: [1], schema: {}, scorer: 'math' }, place: `${file}:2: task "a"` }],
  })
})

test('every broken line is told with its number', () => {
  using folder = folderWith({ 'tasks.jsonl': '{"id":"a","input":{}}\n{"id":"a","input":{}}\n{"id":"b","inptu":{}}\n' })
  const file = join(folder.path, 'tasks.jsonl')
  expect(readTaskFile(file)).toEqual({
    kind: 'error',
    problems: [`${file}:2: the id "a" stands in line 1 already`, `${file}:3: a task has no "inptu". Did you mean "input"?`],
  })
})

test('a file that is too large is not read', () => {
  using folder = folderWith({ 'tasks.jsonl': '' })
  const file = join(folder.path, 'tasks.jsonl')
  truncateSync(file, 257 * 1024 * 1024)
  expect(readTaskFile(file)).toEqual({ kind: 'error', problems: [`${file} has more than 256 MiB: split it, and run the parts one after the other`] })
})
