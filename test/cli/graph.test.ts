import { describe, expect, test } from 'vitest'
import { masHere, projectFolder } from './mas.ts'

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
