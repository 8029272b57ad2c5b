import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeProblem } from '../../../cli/files/place-problem.ts'
import { folderWith } from '../mas.ts'

test('a place for a file is tried, and nothing is left of the trial', () => {
  using folder = folderWith({ 'a.json': 'old' })
  const at = (name: string): string => join(folder.path, name)
  mkdirSync(at('b.json'))
  expect([placeProblem(at('a.json')), placeProblem(at('new.json'))]).toEqual([null, null])
  expect(placeProblem(at('b.json'))).toBe(`${at('b.json')} cannot be written: it is a folder.`)
  expect(placeProblem(at('c/d.json'))).toBe(`${at('c/d.json')} cannot be written: there is no folder ${at('c')}.`)
  expect(placeProblem(at('a.json/d.json'))).toBe(`${at('a.json/d.json')} cannot be written (ENOTDIR).`)
  expect(readdirSync(folder.path).sort()).toEqual(['a.json', 'b.json'])
})
