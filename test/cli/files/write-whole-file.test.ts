import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWholeFile } from '../../../cli/files/write-whole-file.ts'
import { folderWith } from '../mas.ts'

test('a file is there as a whole, whatever stood there before', () => {
  using folder = folderWith({ 'a.ts': 'old' })
  expect([writeWholeFile(join(folder.path, 'a.ts'), 'new'), writeWholeFile(join(folder.path, 'b.ts'), 'b')]).toEqual([null, null])
  expect([readFileSync(join(folder.path, 'a.ts'), 'utf8'), readdirSync(folder.path).sort()]).toEqual(['new', ['a.ts', 'b.ts']])
})

test('what cannot be written is told, and leaves nothing behind', () => {
  using folder = folderWith({ 'a.ts': 'old' })
  const at = (name: string): string => join(folder.path, name)
  mkdirSync(at('b.ts'))
  expect(writeWholeFile(at('b.ts'), 'new')).toBe(`${at('b.ts')} cannot be written (EISDIR).`)
  expect(writeWholeFile(at('c/d.ts'), 'new')).toBe(`${at('c/d.ts')} cannot be written: there is no folder ${at('c')}.`)
  expect(writeWholeFile(at('a.ts/d.ts'), 'new')).toBe(`${at('a.ts/d.ts')} cannot be written (ENOTDIR).`)
  expect(readdirSync(folder.path).sort()).toEqual(['a.ts', 'b.ts'])
})
