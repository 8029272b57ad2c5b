import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, mas, masHere } from './mas.ts'

const loose = 'type  A=int // a\r\n'
const canonical = 'type A = int // a\n'
const broken = 'let x = 1\n'

describe('mas fmt', () => {
  test('formats files in place and names those that changed', async () => {
    using folder = folderWith({ 'a.mas': loose, 'b.mas': canonical })
    expect(await masHere(['fmt', 'a.mas', 'b.mas', 'a.mas'], folder.path)).toEqual({ exit: 0, out: 'a.mas\n', err: '' })
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe(canonical)
    expect(readdirSync(folder.path).toSorted()).toEqual(['a.mas', 'b.mas'])
    expect(await masHere(['fmt', 'a.mas'], folder.path)).toEqual({ exit: 0, out: '', err: '' })
  })

  test('leaves a file with syntax errors as it is, shows them, and formats the others', async () => {
    using folder = folderWith({ 'a.mas': loose, 'broken.mas': broken })
    const { exit, out, err } = await masHere(['fmt', 'broken.mas', 'a.mas'], folder.path)
    expect({ exit, out }).toEqual({ exit: 1, out: 'a.mas\n' })
    expect(err).toMatch(/^broken\.mas:1:1 error MAS1307: .*\n1 \| let x = 1\n/)
    expect(readFileSync(join(folder.path, 'broken.mas'), 'utf8')).toBe(broken)
  })

  test('formats what does not compile, as long as it can be read', async () => {
    using folder = folderWith({ 'a.mas': 'workflow main()->string{return nobody}' })
    expect((await masHere(['fmt', 'a.mas'], folder.path)).exit).toBe(0)
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe('workflow main() -> string {\n  return nobody\n}\n')
  })

  test('--check lists the files that differ and writes nothing', async () => {
    using folder = folderWith({ 'a.mas': loose, 'b.mas': canonical, 'mark.mas': `\uFEFF${canonical}` })
    const files = ['a.mas', 'b.mas', 'mark.mas']
    expect(await masHere(['fmt', '--check', ...files], folder.path)).toEqual({ exit: 1, out: 'a.mas\nmark.mas\n', err: '' })
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe(loose)
    expect(await masHere(['fmt', '--check', 'b.mas'], folder.path)).toEqual({ exit: 0, out: '', err: '' })
  })

  test('- formats standard input to standard output', async () => {
    expect(await mas(['fmt', '-'], { input: `\uFEFF${loose}` })).toEqual({ exit: 0, out: canonical, err: '' })
    expect(await mas(['fmt', '-', '--check'], { input: loose })).toEqual({ exit: 1, out: '-\n', err: '' })
    expect(await mas(['fmt', '-'], { input: broken })).toMatchObject({ exit: 1, out: '' })
    expect(await mas(['fmt', '-'], { input: '' })).toEqual({ exit: 0, out: '', err: '' })
  })

  test('keeps the permissions of a file', async () => {
    using folder = folderWith({ 'a.mas': loose })
    chmodSync(join(folder.path, 'a.mas'), 0o754)
    await masHere(['fmt', 'a.mas'], folder.path)
    expect(statSync(join(folder.path, 'a.mas')).mode & 0o777).toBe(0o754)
  })

  test('follows a symbolic link and leaves it a link', async () => {
    using folder = folderWith({})
    mkdirSync(join(folder.path, 'inside'))
    writeFileSync(join(folder.path, 'inside', 'real.mas'), loose)
    symlinkSync(join('inside', 'real.mas'), join(folder.path, 'link.mas'))
    expect(await masHere(['fmt', 'link.mas'], folder.path)).toEqual({ exit: 0, out: 'link.mas\n', err: '' })
    expect(lstatSync(join(folder.path, 'link.mas')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder.path, 'inside', 'real.mas'), 'utf8')).toBe(canonical)
    expect(readdirSync(join(folder.path, 'inside'))).toEqual(['real.mas'])
  })

  test.each([
    [['nope.mas'], 'mas: nope.mas does not exist\n'],
    [['folder.mas'], 'mas: folder.mas is a folder\n'],
    [['notes.txt'], 'mas: notes.txt is not a .mas file\n'],
    [['binary.mas'], 'mas: binary.mas is not UTF-8 text\n'],
    [['-', 'a.mas'], 'mas: - stands for standard input, and no other file can stand beside it\n'],
  ])('%j is a mistake in use; other files are formatted all the same', async (files, err) => {
    using folder = folderWith({ 'a.mas': loose, 'notes.txt': loose })
    mkdirSync(join(folder.path, 'folder.mas'))
    writeFileSync(join(folder.path, 'binary.mas'), Buffer.from([0xff, 0xfe, 0x41]))
    expect(await masHere(['fmt', ...files], folder.path)).toEqual({ exit: 2, out: '', err })
    const others = files.filter((file) => file !== '-' && file !== 'a.mas')
    const again = await masHere(['fmt', ...others, 'a.mas'], folder.path)
    expect(again).toMatchObject({ exit: others.length === 0 ? 0 : 2, out: 'a.mas\n' })
  })
})
