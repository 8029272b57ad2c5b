import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, masHere, projectFolder } from './mas.ts'

const good = 'agent Writer(task: string) -> string\n\nworkflow main(task: string) -> string {\n  return Writer(task)\n}\n'

describe('mas compile', () => {
  test('prints a module that says where it comes from', async () => {
    const { exit, out, err } = await masHere(['compile', 'examples/plan.mas'], projectFolder)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatch(/^\/\/ Generated from examples\/plan\.mas by maslang .*\n\/\/ {3}mas compile examples\/plan\.mas\n/)
    expect(out).toContain("import { emitted as mas } from 'maslang/runtime'")
  })

  test('replaces a file as a whole', async () => {
    using folder = folderWith({ 'team.mas': good, 'team.ts': 'old' })
    expect(await masHere(['compile', 'team.mas', '-o', 'team.ts'], folder.path)).toEqual({ exit: 0, out: '', err: '' })
    expect(readFileSync(join(folder.path, 'team.ts'), 'utf8')).toContain("at.call('main/return/Writer', Writer, { task })")
    expect(readdirSync(folder.path).sort()).toEqual(['team.mas', 'team.ts'])
  })

  test('writes nothing for a script with errors', async () => {
    using folder = folderWith({ 'team.mas': good.replace('Writer(task)\n}', 'Writter(task)\n}'), 'team.ts': 'old' })
    const { exit, out, err } = await masHere(['compile', 'team.mas', '-o', 'team.ts'], folder.path)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toContain('MAS2003')
    expect(readFileSync(join(folder.path, 'team.ts'), 'utf8')).toBe('old')
  })

  test('says where it cannot write', async () => {
    using folder = folderWith({ 'team.mas': good })
    mkdirSync(join(folder.path, 'out'))
    const compile = (output: string) => masHere(['compile', 'team.mas', '-o', output], folder.path)
    expect(await compile('out')).toEqual({ exit: 2, out: '', err: 'mas: out cannot be written (EISDIR).\n' })
    expect(await compile('nowhere/team.ts')).toEqual({ exit: 2, out: '', err: 'mas: nowhere/team.ts cannot be written (ENOENT).\n' })
  })

  test('leaves other workflows out', async () => {
    const { out } = await masHere(['compile', 'examples/arithmetic.mas', '--workflow', 'voted'], projectFolder)
    expect(out.match(/export async function \w+/g)).toEqual(['export async function voted'])
  })
})
