import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, masHere, projectFolder } from './mas.ts'

describe('mas graph', () => {
  test('draws', async () => {
    const { exit, out } = await masHere(['graph', 'examples/plan.mas'], projectFolder)
    expect(exit).toBe(0)
    expect(out).toMatch(/^flowchart TD\n/)
  })

  test('prints the graph as data', async () => {
    const { exit, out } = await masHere(
      ['graph', 'examples/arithmetic.mas', '--format', 'json', '--workflow', 'voted'],
      projectFolder,
    )
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ version: 1, workflow: 'voted', file: 'examples/arithmetic.mas' })
  })

  test.each([
    [
      ['examples/plan.mas', '--workflow', 'man'],
      'mas: examples/plan.mas has no workflow "man". Did you mean "main"? Choose one with --workflow NAME.\n',
    ],
    [
      ['examples/patterns.mas', '--workflow', 'debate'],
      'mas: The workflow "debate" takes agents, types or static numbers: it runs only where another workflow calls it.\n',
    ],
    [['examples/plan.mas', '--format', 'jsn'], 'mas: There is no format "jsn". Did you mean "json"?\n'],
  ])('%j is a mistake in use', async (flags, err) => {
    expect(await masHere(['graph', ...flags], projectFolder)).toEqual({ exit: 2, out: '', err })
  })
})

test('-o writes it to a file', async () => {
  using folder = folderWith({ 'a.mas': 'workflow main() -> int { return 1 }\n' })
  const printed = await masHere(['graph', 'a.mas'], folder.path)
  expect(await masHere(['graph', 'a.mas', '-o', 'a.mmd'], folder.path)).toEqual({ exit: 0, out: '', err: '' })
  expect(readFileSync(join(folder.path, 'a.mmd'), 'utf8')).toBe(printed.out)
  expect(await masHere(['graph', 'a.mas', '-o', 'no/a.mmd'], folder.path)).toMatchObject({ exit: 2, out: '' })
  const overScript = await masHere(['graph', 'a.mas', '-o', './a.mas'], folder.path)
  expect(overScript).toEqual({ exit: 2, out: '', err: 'mas: -o ./a.mas would overwrite a file that this command reads\n' })
})
