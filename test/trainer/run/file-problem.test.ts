import { expect, test } from 'vitest'
import { fileProblem } from '../../../trainer/run/file-problem.ts'

const failure = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' })

test.each([
  ['ENOSPC', 'there is no room left for the run folder runs/a (ENOSPC): make room, and go on with --resume'],
  ['EDQUOT', 'there is no room left for the run folder runs/a (EDQUOT): make room, and go on with --resume'],
  ['EFBIG', 'there is no room left for the run folder runs/a (EFBIG): make room, and go on with --resume'],
  ['EACCES', 'the run folder runs/a cannot be used (EACCES)'],
])('%s', (code, message) => {
  expect(fileProblem(failure(code), 'runs/a')).toBe(message)
})

test('an error that is not of the file system is none', () => {
  expect(fileProblem(new Error('a bug'), 'runs/a')).toBeNull()
  expect(fileProblem('a bug', 'runs/a')).toBeNull()
})
