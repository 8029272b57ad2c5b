import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkProgram } from '../../../compiler/check/index.ts'
import { createFileReader } from '../../../compiler/modules/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'reader-'))
const project = join(folder, 'project')
const entry = join(project, 'main.mas')

beforeAll(() => {
  mkdirSync(join(project, 'inner', 'folder.mas'), { recursive: true })
  mkdirSync(join(folder, 'shared'))
  writeFileSync(entry, '')
  writeFileSync(join(project, 'inner', 'agents.mas'), 'export agent A(q: string) -> string')
  writeFileSync(join(project, 'notes.txt'), 'notes')
  writeFileSync(join(project, 'bytes.mas'), Buffer.from([0xff, 0xfe, 0x00]))
  writeFileSync(join(folder, 'secret.mas'), 'secret')
  writeFileSync(join(folder, 'shared', 'common.mas'), 'export agent B(q: string) -> string')
  symlinkSync(join(folder, 'secret.mas'), join(project, 'link.mas'))
  symlinkSync(join(project, 'inner'), join(project, 'alias'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const kindOf = (path: string, root?: string): string => {
  const reader = createFileReader(root === undefined ? {} : { root })
  expect(reader.read(entry, null).kind).toBe('found')
  return reader.read(path, entry).kind
}

describe('the file reader', () => {
  test.each([
    ['./inner/agents.mas', 'found'],
    ['./inner/../inner/agents.mas', 'found'],
    ['./alias/agents.mas', 'found'],
    ['std/patterns', 'found'],
    ['std/tools', 'found'],
    ['std/nothing', 'missing'],
    ['./nothing.mas', 'missing'],
    ['./main.mas/more.mas', 'missing'],
    ['./inner/folder.mas', 'unreadable'],
    ['./bytes.mas', 'unreadable'],
    ['./notes.txt', 'outside'],
    ['../secret.mas', 'outside'],
    ['./inner/../../secret.mas', 'outside'],
    ['./link.mas', 'outside'],
    ['std/../../secret.mas', 'outside'],
    ['std/patterns.mas', 'outside'],
    ['file:///etc/passwd.mas', 'outside'],
    ['', 'outside'],
    ['.', 'outside'],
    ['./', 'outside'],
  ])('%j is %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind)
  })

  test('an absolute path is refused, inside the folder too', () => {
    expect(kindOf(join(folder, 'secret.mas'))).toBe('outside')
    expect(kindOf(join(project, 'inner', 'agents.mas'))).toBe('outside')
  })

  test('a root is reachable, and nothing beside it', () => {
    expect(kindOf('../shared/common.mas')).toBe('outside')
    expect(kindOf('../shared/common.mas', join(folder, 'shared'))).toBe('found')
    expect(kindOf('../secret.mas', join(folder, 'shared'))).toBe('outside')
  })

  test('a path with a zero byte is unreadable', () => {
    expect(kindOf('./a\0b.mas')).toBe('unreadable')
  })

  test('an entry file that is not there is a finding, not an exception', () => {
    const { program, diagnostics } = checkProgram(join(project, 'gone.mas'), createFileReader())
    expect(program).toBeNull()
    expect(diagnostics.map(({ code }) => code)).toEqual(['MAS2101'])
  })

  test('what cannot be read is reported at the import', () => {
    writeFileSync(entry, 'import { A } from "./bytes.mas" workflow main() -> string { return A("") }')
    const { diagnostics } = checkProgram(entry, createFileReader())
    expect(diagnostics.map(({ code, range }) => [code, range])).toEqual([['MAS2102', { start: 18, end: 31 }]])
    writeFileSync(entry, '')
  })
})
