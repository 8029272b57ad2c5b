import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isScorerFile, loadScorerFile } from '../../../trainer/scorers/index.ts'
import { folderWith } from '../../cli/mas.ts'
import { score } from './scored-task.ts'

test.each([
  ['./mine.mjs', true],
  ['mine.ts', true],
  ['folder/mine', true],
  ['exact', false],
  ['exact.', false],
])('%j is the name of a file: %j', (name, is) => {
  expect(isScorerFile(name)).toBe(is)
})

test('its function scores', async () => {
  using folder = folderWith({ 'mine.mjs': 'export default (result, task) => (result === task.expected + 1 ? 0.5 : 0)' })
  const loaded = await loadScorerFile(join(folder.path, 'mine.mjs'), './mine.mjs')
  if (loaded.kind === 'error') throw new Error(loaded.message)
  expect(loaded.scorer.name).toBe('./mine.mjs')
  expect(await score(loaded.scorer, 8, { expected: 7 })).toBe(0.5)
})

test.each([
  ['missing.mjs', '', 'the scorer x does not exist'],
  ['broken.mjs', 'throw new Error("not today")', 'the scorer x cannot be loaded: not today'],
  ['empty.mjs', 'export const score = 1', 'the scorer x has no function: write "export default (result, task) => …", which gives 0 to 1, or null'],
])('%s is told', async (name, text, message) => {
  using folder = folderWith(name === 'missing.mjs' ? {} : { [name]: text })
  expect(await loadScorerFile(join(folder.path, name), 'x')).toEqual({ kind: 'error', message })
})
