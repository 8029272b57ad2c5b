import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, masHere } from './mas.ts'

test('a new project runs offline, and is evaluated, as it says', async () => {
  using folder = folderWith({})
  const made = await masHere(['init', 'new'], folder.path)
  expect([made.exit, made.out]).toEqual([0, 'new/main.mas\nnew/tasks.jsonl\nnew/mas.config.json\n'])
  expect(await masHere(['check', 'new/main.mas'], folder.path)).toMatchObject({ exit: 0, out: '1 file: no problems\n' })
  expect(await masHere(['fmt', '--check', 'new/main.mas'], folder.path)).toMatchObject({ exit: 0 })
  const run = await masHere(['run', 'new/main.mas', '--input', 'expression=(3+5)*2-7', '--seed', '1'], folder.path)
  expect(run).toMatchObject({ exit: 0, out: '9\n' })
  const evaluated = await masHere(['eval', 'new/main.mas', '--tasks', 'new/tasks.jsonl', '--scorer', 'exact'], folder.path)
  expect(evaluated.out).toMatch(/^new\/main\.mas +100 %/m)
})

test('nothing is written over a file', async () => {
  using folder = folderWith({ 'tasks.jsonl': 'mine' })
  expect(await masHere(['init'], folder.path)).toEqual({
    exit: 2,
    out: '',
    err: 'mas: . holds tasks.jsonl already: choose another folder, as in mas init NAME\n',
  })
  expect(readdirSync(folder.path)).toEqual(['tasks.jsonl'])
  expect(readFileSync(join(folder.path, 'tasks.jsonl'), 'utf8')).toBe('mine')
})

test('a place that is no folder is told', async () => {
  using folder = folderWith({})
  writeFileSync(join(folder.path, 'file'), '')
  expect(await masHere(['init', 'file'], folder.path)).toMatchObject({ exit: 2, err: expect.stringContaining('mas: file cannot be written: ') as string })
})

test('where one of the files cannot be written, none is left', async () => {
  using folder = folderWith({})
  // It is not there to be seen, and there to be written over.
  symlinkSync(join(folder.path, 'nowhere', 'file'), join(folder.path, 'mas.config.json'))
  expect(await masHere(['init'], folder.path)).toMatchObject({ exit: 2, err: expect.stringContaining('mas: . cannot be written: ') as string })
  expect(readdirSync(folder.path)).toEqual(['mas.config.json'])
})
