import { expect, test } from 'vitest'
import { problemOf, UnreadableRow } from '../../../runtime/journal/journal-problem.ts'

const sqliteError = (errcode: number): Error =>
  Object.assign(new Error('an error of SQLite'), { code: 'ERR_SQLITE_ERROR', errcode })

test.each([
  ['a database that is in use', 5, 'in_use'],
  ['a snapshot that is in use (an extended code)', 517, 'in_use'],
  ['a table that is in use', 6, 'in_use'],
  ['a database that may not be written', 8, 'unwritable'],
  ['an error of the disk', 10, 'unwritable'],
  ['an error of the disk (an extended code)', 778, 'unwritable'],
  ['a damaged database', 11, 'damaged'],
  ['a full disk', 13, 'unwritable'],
  ['a file that cannot be opened', 14, 'unwritable'],
  ['no database', 26, 'damaged'],
  ['a database without a table', 1, 'damaged'],
])('%s', (_, errcode, kind) => {
  const problem = problemOf(sqliteError(errcode), 'run.sqlite')
  expect(problem).toMatchObject({ kind, message: expect.stringMatching(/^run\.sqlite /) as string })
})

test('a row that holds something else', () => {
  expect(problemOf(new UnreadableRow('kind is no text'), 'run.sqlite')).toEqual({
    kind: 'damaged',
    message: 'run.sqlite is damaged: kind is no text',
  })
})

test.each([sqliteError(21), new TypeError('a mistake'), 'a text'])('%s is a bug', (error) => {
  expect(() => problemOf(error, 'run.sqlite')).toThrow()
})
