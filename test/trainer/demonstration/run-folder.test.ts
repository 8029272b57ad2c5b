import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ArmFailure } from '../../../trainer/demonstration/arm-failure.ts'
import { failureFile, openRunFolder } from '../../../trainer/demonstration/run-folder.ts'
import { writeWholeFile } from '../../../trainer/files/index.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mas-folder-'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

const opened = (path: string) => {
  const result = openRunFolder(path, { seed: 1 })
  if (result.kind === 'unusable') throw new Error(result.message)
  return result.folder
}

describe('a run folder', () => {
  test('is made with its configuration, and takes one line per event', () => {
    const path = join(home, 'a', 'b')
    const folder = opened(path)
    folder.record({ kind: 'one' })
    folder.record({ kind: 'two' })
    folder.write('summary.json', '{}')
    expect(JSON.parse(readFileSync(join(path, 'configuration.json'), 'utf8'))).toEqual({ seed: 1 })
    expect(readFileSync(join(path, 'metrics.jsonl'), 'utf8')).toBe('{"kind":"one"}\n{"kind":"two"}\n')
    expect(readdirSync(path).toSorted()).toEqual(['arms', 'configuration.json', 'metrics.jsonl', 'start', 'summary.json'])
  })
  test('that was used before keeps no result of that run, and all that is not its own', () => {
    const folder = opened(home)
    folder.record({ kind: 'old' })
    for (const name of ['summary.json', 'report.html', failureFile('both'), 'notes.txt']) folder.write(name, 'old')
    for (const name of ['stages', 'mine']) mkdirSync(join(home, 'arms', name))
    opened(home)
    expect(readFileSync(join(home, 'metrics.jsonl'), 'utf8')).toBe('')
    expect(readdirSync(home).toSorted()).toEqual(['arms', 'configuration.json', 'metrics.jsonl', 'notes.txt', 'start'])
    expect(readdirSync(join(home, 'arms'))).toEqual(['mine'])
  })
  test('that cannot be written is refused with the reason', () => {
    writeFileSync(join(home, 'file'), '')
    expect(openRunFolder(join(home, 'file', 'deeper'), {})).toEqual({
      kind: 'unusable',
      message: `the run folder ${join(home, 'file', 'deeper')} cannot be written (ENOTDIR)`,
    })
    mkdirSync(join(home, 'metrics.jsonl'))
    expect(openRunFolder(home, {})).toMatchObject({ kind: 'unusable' })
  })
})

describe('a file that is written as a whole', () => {
  test('is the new one, or the old one where that fails', () => {
    const path = join(home, 'file')
    writeWholeFile(path, 'old')
    writeWholeFile(path, new Uint8Array([110, 101, 119]))
    expect(readFileSync(path, 'utf8')).toBe('new')
    mkdirSync(`${path}.part`)
    expect(() => {
      writeWholeFile(path, 'lost')
    }).toThrow('EISDIR')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(existsSync(join(home, 'file'))).toBe(true)
  })
})

describe('the failure of an arm', () => {
  const reasonOf = (complaints: string): string => new ArmFailure('both', 'ended with code 1', complaints).message

  test('names the reason in a stack trace', () => {
    const stack = 'file:///x.ts:3\n  throw new TrainingFault()\n  ^\n\nTrainingFault: A row is too long (row 3)\n    at f (x.ts:3)\n\nNode.js v26'
    expect(reasonOf(stack)).toBe('the process of the arm "both" ended with code 1: TrainingFault: A row is too long (row 3)')
    expect(reasonOf('TypeError [ERR_X]: no\n at f')).toMatch(/: TypeError \[ERR_X\]: no$/)
    expect(reasonOf('<--- Last few GCs --->\nFATAL ERROR: heap limit\n more')).toMatch(/: FATAL ERROR: heap limit$/)
  })
  test('is the last line where there is no such thing, or nothing', () => {
    expect(reasonOf('one\ntwo\n\n')).toMatch(/: two$/)
    expect(reasonOf('')).toBe('the process of the arm "both" ended with code 1')
  })
})
