import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfRun, runIdProblem, runIdsIn } from '../../../cli/runs/run-place.ts'
import { folderWith } from '../mas.ts'

test.each(['a', '7', 'monday', 'a.b_c-d', 'A'.repeat(100)])('%s names a run', (id) => {
  expect(runIdProblem(id)).toBe(null)
})

test.each(['', '.', '..', '.hidden', '-v', '_x', 'a/b', 'a\\b', '../a', 'a b', 'a\n', 'a\0', 'é', 'A'.repeat(101)])('%j names none', (id) => {
  expect(runIdProblem(id)).toMatch(/ cannot name a run: /)
})

test('the runs of a folder are its journals, whatever else stands there', () => {
  using folder = folderWith({ 'b.sqlite': '', 'a.sqlite': '', 'a.sqlite-wal': '', '.c.sqlite': '', 'notes.txt': '' })
  expect(runIdsIn(folder.path)).toEqual(['a', 'b'])
  expect(runIdsIn(join(folder.path, 'nowhere'))).toEqual([])
  expect(() => runIdsIn(join(folder.path, 'notes.txt'))).toThrow('ENOTDIR')
})

test('the files of a run', () => {
  expect(filesOfRun('runs', 'a')).toEqual(['', '-wal', '-shm', '-journal', '-lock'].map((suffix) => join('runs', `a.sqlite${suffix}`)))
})
