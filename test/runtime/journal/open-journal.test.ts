import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { isInUse, openJournal, whileUnused } from '../../../runtime/journal/index.ts'
import { formatVersion } from '../../../runtime/journal/schema.ts'
import { copyAsIfKilled, journalFolder, opened } from './journal-folder.ts'

function problemOf(file: string, mode: 'write' | 'continue' | 'read' = 'write') {
  const result = openJournal(file, { mode })
  if (result.kind === 'error') return result.problem
  result.journal.close()
  return null
}

describe('openJournal', () => {
  test('makes a journal, and opens it again', () => {
    using folder = journalFolder()
    opened(folder.file()).close()
    using journal = opened(folder.file(), { mode: 'continue' })
    expect(journal.lastProcess()).toEqual({ kind: 'ok', value: process.pid })
    expect(journal.executions()).toEqual({ kind: 'ok', value: [] })
  })

  test.each(['continue', 'read'] as const)('makes none to %s', (mode) => {
    using folder = journalFolder()
    expect(problemOf(folder.file(), mode)).toMatchObject({ kind: 'missing' })
    expect(statSync(folder.file(), { throwIfNoEntry: false })).toBe(undefined)
  })

  test('a plan is kept once', () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    expect(journal.plan()).toEqual({ kind: 'ok', value: null })
    journal.savePlan({ text: 'long '.repeat(1000) })
    journal.savePlan('a later one')
    expect(journal.plan()).toEqual({ kind: 'ok', value: { text: 'long '.repeat(1000) } })
  })

  test('keys are in no file', () => {
    using folder = journalFolder()
    using journal = opened(folder.file(), { secrets: ['sk-secret-key'] })
    journal.savePlan({ a: 'it is sk-secret-key', b: `${'x'.repeat(1000)} sk-secret-key` })
    expect(journal.plan()).toEqual({ kind: 'ok', value: { a: 'it is [key]', b: `${'x'.repeat(1000)} [key]` } })
    for (const suffix of ['', '-wal']) expect(readFileSync(folder.file() + suffix, 'latin1')).not.toContain('sk-secret')
  })

  test('a database of someone else is left alone', () => {
    using folder = journalFolder()
    const other = new DatabaseSync(folder.file())
    other.exec('create table notes (text text)')
    other.close()
    const before = readFileSync(folder.file())
    expect(problemOf(folder.file())).toEqual({ kind: 'foreign', message: `${folder.file()} is no journal of mas` })
    expect(readFileSync(folder.file())).toEqual(before)
  })

  test('a newer version is left alone', () => {
    using folder = journalFolder()
    opened(folder.file()).close()
    const database = new DatabaseSync(folder.file())
    database.exec(`pragma user_version = ${formatVersion + 1}`)
    database.close()
    const message = `${folder.file()} has version ${formatVersion + 1}, and this mas reads versions up to ${formatVersion}: use a newer mas`
    for (const mode of ['write', 'continue', 'read'] as const)
      expect(problemOf(folder.file(), mode)).toEqual({ kind: 'newer', message })
  })

  test.each([
    [
      'is no database',
      (file: string) => {
        writeFileSync(file, 'a text that is long enough to be no header of a database at all')
      },
    ],
    [
      'was cut',
      (file: string) => {
        truncateSync(file, 5000)
      },
    ],
  ])('a file that %s is damaged', (_, damage) => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    journal.savePlan('a plan')
    journal.close()
    damage(folder.file())
    const result = openJournal(folder.file())
    const problem =
      result.kind === 'error'
        ? result.problem
        : ((found) => (found.kind === 'error' ? found.problem : null))(result.journal.plan())
    expect(problem).toMatchObject({ kind: 'damaged', message: expect.stringContaining('is damaged') as string })
  })

  test('a journal that lacks a table is damaged', () => {
    using folder = journalFolder()
    opened(folder.file()).close()
    const database = new DatabaseSync(folder.file())
    database.exec('drop table ends')
    database.close()
    for (const mode of ['write', 'continue', 'read'] as const)
      expect(problemOf(folder.file(), mode)).toEqual({ kind: 'damaged', message: `${folder.file()} is damaged: no such table: ends` })
  })

  test('an empty file, left by a process that was ended at once, becomes a journal', () => {
    using folder = journalFolder()
    writeFileSync(folder.file(), '')
    expect(problemOf(folder.file(), 'read')).toMatchObject({ kind: 'missing' })
    expect(problemOf(folder.file())).toBe(null)
  })

  test('a folder in its place, or a missing one around it, is told', () => {
    using folder = journalFolder()
    mkdirSync(folder.file())
    expect(problemOf(folder.file())).toMatchObject({ kind: 'unwritable' })
    expect(problemOf(join(folder.path, 'nowhere', 'run.sqlite'))).toMatchObject({ kind: 'unwritable' })
  })
})

describe('the lock', () => {
  test('keeps a second writer out, not a reader', () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    expect(problemOf(folder.file())).toMatchObject({ kind: 'in_use' })
    expect(problemOf(folder.file(), 'read')).toBe(null)
    expect(isInUse(folder.file())).toBe(true)
    journal.close()
    expect(isInUse(folder.file())).toBe(false)
    expect(problemOf(folder.file())).toBe(null)
  })

  test('keeps writers out while something else is done, which is not done while one writes', () => {
    using folder = journalFolder()
    const seen: unknown[] = []
    const look = (): void => void seen.push(problemOf(folder.file())?.kind)
    expect(whileUnused(folder.file(), look)).toBe(null)
    expect(seen).toEqual(['in_use'])
    using journal = opened(folder.file())
    expect(whileUnused(journal.file, look)).toMatchObject({ kind: 'in_use' })
    expect(seen).toHaveLength(1)
  })

  test('ends with the process that holds it, however that ends', async () => {
    using folder = journalFolder()
    const script =
      `import { openJournal } from ${JSON.stringify(new URL('../../../runtime/journal/index.ts', import.meta.url).href)}\n` +
      `openJournal(process.argv[1]).journal.savePlan('kept'); console.log('open'); setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder.file()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(problemOf(folder.file())).toMatchObject({ kind: 'in_use' })
    child.kill('SIGKILL')
    await once(child, 'close')
    using journal = opened(folder.file(), { mode: 'continue' })
    expect(journal.plan()).toEqual({ kind: 'ok', value: 'kept' })
  })
})

test('a copy made while a journal is written holds all that is committed', () => {
  using folder = journalFolder()
  using journal = opened(folder.file())
  journal.savePlan('committed')
  copyAsIfKilled(folder.file(), folder.file('copy'))
  using copy = opened(folder.file('copy'))
  expect(copy.plan()).toEqual({ kind: 'ok', value: 'committed' })
})
