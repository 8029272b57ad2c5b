import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, masHere, projectFolder } from './mas.ts'

const script = `enum Mood { good, bad }
workflow calm(words: string) -> string {
  mood = Mood.bad
  for word in lines(words) max 3 { if word == "sun" { mood = Mood.good } }
  match mood { good => { return "yes" } bad => { return "no" } }
}`

async function graphText(): Promise<string> {
  using folder = folderWith({ 'calm.mas': script })
  return (await masHere(['graph', 'calm.mas', '--workflow', 'calm', '--format', 'json'], folder.path)).out
}

const text = await graphText()

describe('a graph file', () => {
  test('is checked, drawn and run like the script it comes from, without naming its workflow', async () => {
    using folder = folderWith({ 'calm.json': text })
    expect(await masHere(['check', 'calm.json'], folder.path)).toEqual({ exit: 0, out: '1 file: no problems\n', err: '' })
    expect((await masHere(['graph', 'calm.json'], folder.path)).out).toMatch(/^flowchart TD\n/)
    const ran = await masHere(['run', 'calm.json', '--input', 'words=rain\nsun', '--seed', '1', '--json'], folder.path)
    expect(ran.exit).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({ results: [{ outcome: { kind: 'ok', value: 'yes' } }] })
  })

  test('is written as it was read', async () => {
    using folder = folderWith({ 'calm.json': text })
    expect((await masHere(['graph', 'calm.json', '--format', 'json'], folder.path)).out).toBe(text)
  })

  test('may be edited by hand', async () => {
    using folder = folderWith({
      'calm.json': text.replace('"value": "sun"', '"value": "rain"').replace('{', '{ "$schema": "./x.json",'),
    })
    const ran = await masHere(['run', 'calm.json', '--input', 'words=rain', '--seed', '1', '--json'], folder.path)
    expect(JSON.parse(ran.out)).toMatchObject({ results: [{ outcome: { kind: 'ok', value: 'yes' } }] })
  })

  test('with a mistake is refused by every command, at the place of the mistake', async () => {
    using folder = folderWith({ 'calm.json': text.replace('"maximum": 3', '"maximum": -3') })
    const line = text.slice(0, text.indexOf('"maximum"')).split('\n').length
    const said = `calm.json:${line}:20 error MAS6002: At \`/body/nodes/0/maximum\`: This is \`-3\`; a number of at least 1 was expected.\n`
    const checked = await masHere(['check', 'calm.json'], folder.path)
    expect([checked.exit, checked.out.startsWith(said)]).toEqual([1, true])
    for (const command of [
      ['graph', 'calm.json'],
      ['run', 'calm.json', '--input', 'words=a'],
    ]) {
      const { exit, out, err } = await masHere(command, folder.path)
      expect([exit, out, err.startsWith(said)]).toEqual([1, '', true])
    }
  })

  test('with a mistake is told as JSON', async () => {
    using folder = folderWith({ 'calm.json': text.replace('"ordered"', '"orderd"').replace('"version": 1', '"version": 3') })
    const { exit, out } = await masHere(['check', 'calm.json', '--json'], folder.path)
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{ code: 'MAS6002', file: 'calm.json', range: { start: { line: 2 } } }],
      workflows: [],
    })
  })

  test.each(['check', 'graph', 'run'])('that is not there is a mistake in using mas %s', async (command) => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere([command, 'none.json'], folder.path)
    expect(exit).toBe(2)
    expect(out + err).toContain('There is no file `"none.json"`.')
  })

  test('has no other workflow', async () => {
    using folder = folderWith({ 'calm.json': text })
    const { exit, err } = await masHere(['graph', 'calm.json', '--workflow', 'clam'], folder.path)
    expect([exit, err]).toEqual([
      2,
      'mas: calm.json has no workflow "clam". Did you mean "calm"? Choose one with --workflow NAME.\n',
    ])
  })

  test.each([
    [['fmt', 'calm.json'], 'is not a .mas file'],
    [['check', '--fix', 'calm.json'], '1 file: no problems'],
    [['grammar', '--format', 'gbnf', '--for', 'calm.json'], 'is not a `.mas` file'],
  ])('is nothing that %j could change', async (command, said) => {
    using folder = folderWith({ 'calm.json': text })
    const { out, err } = await masHere(command, folder.path)
    expect(out + err).toContain(said)
    expect(readFileSync(join(folder.path, 'calm.json'), 'utf8')).toBe(text)
  })
})

test('a script is still what it was', async () => {
  expect((await masHere(['graph', 'examples/plan.mas'], projectFolder)).exit).toBe(0)
})
