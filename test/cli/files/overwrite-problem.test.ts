import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { overwriteProblem } from '../../../cli/files/overwrite-problem.ts'
import { folderWith } from '../mas.ts'

test.each([
  ['a.mas', true],
  ['./a.mas', true],
  ['link.mas', true],
  ['b.mas', false],
  ['gone.mas', true],
  ['./new.json', false],
])('%s takes the place of what is read: %j', (name, isRead) => {
  using folder = folderWith({ 'a.mas': '', 'b.mas': '' })
  symlinkSync('a.mas', join(folder.path, 'link.mas'))
  const path = `${folder.path}/${name}`
  const problem = overwriteProblem('--out', path, [join(folder.path, 'a.mas'), join(folder.path, 'gone.mas')])
  expect(problem).toBe(isRead ? `--out ${path} would overwrite a file that this command reads` : null)
})
