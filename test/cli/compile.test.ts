import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, masHere, projectFolder } from './mas.ts'

const earlier = '// Generated from old.mas by maslang 0.0.1.\n'
const good = 'agent Writer(task: string) -> string\n\nworkflow main(task: string) -> string {\n  return Writer(task)\n}\n'

describe('mas compile', () => {
  test('prints a module that says where it comes from', async () => {
    const { exit, out, err } = await masHere(['compile', 'examples/plan.mas'], projectFolder)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatch(/^\/\/ Generated from examples\/plan\.mas by maslang .*\n\/\/ {3}mas compile examples\/plan\.mas\n/)
    expect(out).toContain("import { emitted as mas } from 'maslang/runtime'")
  })

  test('replaces a file as a whole', async () => {
    using folder = folderWith({ 'team.mas': good, 'team.ts': earlier })
    expect(await masHere(['compile', 'team.mas', '-o', 'team.ts'], folder.path)).toEqual({ exit: 0, out: '', err: '' })
    expect(readFileSync(join(folder.path, 'team.ts'), 'utf8')).toContain("at.call('main/return/Writer', Writer, { task })")
    expect(readdirSync(folder.path).sort()).toEqual(['team.mas', 'team.ts'])
  })

  test('writes nothing for a script with errors', async () => {
    using folder = folderWith({ 'team.mas': good.replace('Writer(task)\n}', 'Writter(task)\n}'), 'team.ts': earlier })
    const { exit, out, err } = await masHere(['compile', 'team.mas', '-o', 'team.ts'], folder.path)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toContain('MAS2003')
    expect(readFileSync(join(folder.path, 'team.ts'), 'utf8')).toBe(earlier)
    expect(readdirSync(folder.path).sort()).toEqual(['team.mas', 'team.ts'])
  })

  test('says where it cannot write', async () => {
    using folder = folderWith({ 'team.mas': good })
    mkdirSync(join(folder.path, 'out.ts'))
    const compile = (output: string) => masHere(['compile', 'team.mas', '-o', output], folder.path)
    expect(await compile('out.ts')).toEqual({ exit: 2, out: '', err: 'mas: out.ts cannot be written (EISDIR).\n' })
    const nowhere = 'mas: nowhere/team.ts cannot be written: there is no folder nowhere.\n'
    expect(await compile('nowhere/team.ts')).toEqual({ exit: 2, out: '', err: nowhere })
    expect(readdirSync(folder.path).sort()).toEqual(['out.ts', 'team.mas'])
  })

  test('never replaces what it did not write', async () => {
    using folder = folderWith({ 'team.mas': good, 'mine.ts': 'export const mine = 1' })
    const there = 'mas: mine.ts is there already, and no module that mas compile wrote. Move it away, or name another file.\n'
    expect(await masHere(['compile', 'team.mas', '-o', 'mine.ts'], folder.path)).toEqual({ exit: 2, out: '', err: there })
    const script = 'mas: "team.mas" is not the name of a TypeScript module: let it end in .ts or .mts.\n'
    expect(await masHere(['compile', 'team.mas', '-o', 'team.mas'], folder.path)).toEqual({ exit: 2, out: '', err: script })
    expect(readFileSync(join(folder.path, 'team.mas'), 'utf8')).toBe(good)
    expect(readFileSync(join(folder.path, 'mine.ts'), 'utf8')).toBe('export const mine = 1')
  })

  test.each([
    ['nothing that runs', 'agent W(t: string) -> string\n', [], 'mas: team.mas has no workflow that can run by itself.\n'],
    [
      'a workflow that takes agents',
      'workflow go<I, O>(solve: agent(I) -> O, t: I) -> O {\n  return solve(t)\n}\n',
      ['--workflow', 'go'],
      'mas: The workflow "go" takes agents, types or static numbers: it runs only where another workflow calls it.\n',
    ],
    ['another workflow', good, ['--workflow', 'other'], 'mas: team.mas has no workflow "other". There is "main". Choose one with --workflow NAME.\n'],
  ])('says that it cannot compile %s', async (_, script, flags, err) => {
    using folder = folderWith({ 'team.mas': script })
    expect(await masHere(['compile', 'team.mas', ...flags, '-o', 'team.ts'], folder.path)).toEqual({ exit: 2, out: '', err })
    expect(readdirSync(folder.path)).toEqual(['team.mas'])
  })

  test('tells a command line that makes it again', async () => {
    using folder = folderWith({ "a team's.mas": good })
    const { out } = await masHere(['compile', "a team's.mas", '--workflow', 'main'], folder.path)
    expect(out.split('\n')[1]).toBe(String.raw`//   mas compile 'a team'\''s.mas' --workflow main`)
  })

  test('leaves other workflows out', async () => {
    const { out } = await masHere(['compile', 'examples/arithmetic.mas', '--workflow', 'voted'], projectFolder)
    expect(out.match(/export async function \w+/g)).toEqual(['export async function voted'])
  })
})
