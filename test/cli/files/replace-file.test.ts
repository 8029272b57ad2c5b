import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../../cli/files/replace-file.ts'
import { folderWith } from '../mas.ts'

test('a file gets its new text, and nothing is left beside it', () => {
  using folder = folderWith({ 'a.mas': 'old' })
  expect(replaceFile(join(folder.path, 'a.mas'), 'new')).toBeNull()
  expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe('new')
  expect(readdirSync(folder.path)).toEqual(['a.mas'])
})

test('where the new text has no place to be written to, the file stays, and so does what is in the way', () => {
  using folder = folderWith({ 'a.mas': 'old' })
  const inTheWay = `a.mas.${process.pid}.unfinished`
  mkdirSync(join(folder.path, inTheWay))
  expect(replaceFile(join(folder.path, 'a.mas'), 'new')).toBe('cannot be written (EEXIST)')
  expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe('old')
  expect(readdirSync(folder.path).toSorted()).toEqual(['a.mas', inTheWay])
})
