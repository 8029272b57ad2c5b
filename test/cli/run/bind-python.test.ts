import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, mas, masHere } from '../mas.ts'

const script = 'import { python } from "std/tools"\nworkflow main(code: string) -> string { return python(code) }\n'

const run = async (configuration: object | null, flags: readonly string[], files: Readonly<Record<string, string>> = {}) => {
  using folder = folderWith({
    'p.mas': script,
    ...(configuration === null ? {} : { 'mas.config.json': JSON.stringify(configuration) }),
    ...files,
  })
  const { exit, out, err } = await masHere(['run', 'p.mas', '--input', 'code=print(6 * 7)', ...flags], folder.path)
  return { exit, out, err: err.replaceAll(folder.path, '.') }
}

test('std:python needs no binding, and what the system does not hold is told on standard error', async () => {
  using folder = folderWith({ 'p.mas': script })
  const { exit, out, err } = await mas(['run', 'p.mas', '--input', 'code=print(6 * 7)'], { folder: folder.path })
  expect({ exit, out }).toEqual({ exit: 0, out: '42\n\n' })
  const note = /^note: std:python runs here without .* \(docs\/security\.md, "Python"\)\n/
  expect(err.replace(note, '')).toMatch(/^no requests, 1 tool call/)
})

test('its failure is the failure of the node, and the run ends with status 3', async () => {
  using folder = folderWith({ 'p.mas': script })
  const { exit, err } = await mas(['run', 'p.mas', '--input', 'code=1/0'], { folder: folder.path })
  expect(exit).toBe(3)
  expect(err).toContain('ZeroDivisionError: division by zero')
})

describe('nothing runs', () => {
  test.each([
    [
      { python: { wheels: ['a.whl'] } },
      [],
      'mas: ./mas.config.json: "python.wheels" are not read from a configuration that was only found: ' +
        'name it with --config if they may be',
    ],
    [
      { python: { wheels: ['a.whl'] } },
      ['--config', 'mas.config.json'],
      'mas: mas.config.json: python.wheels: ./a.whl does not exist',
    ],
    [
      { python: {}, tools: { 'std:python': { command: ['node'] } } },
      ['--config', 'mas.config.json'],
      'mas: mas.config.json binds std:python to a program, ' +
        'so that its settings under "python" have no effect: remove one of them',
    ],
  ])('%j, %j', async (configuration, flags, problem) => {
    expect(await run(configuration, flags)).toEqual({ exit: 2, out: '', err: `${problem}\n` })
  })
})

test('a folder is no wheel', async () => {
  using folder = folderWith({ 'p.mas': script, 'c.json': JSON.stringify({ python: { wheels: ['a.whl'] } }) })
  mkdirSync(join(folder.path, 'a.whl'))
  const { exit, err } = await masHere(['run', 'p.mas', '--input', 'code=1', '--config', 'c.json'], folder.path)
  expect([exit, err.replaceAll(folder.path, '.')]).toEqual([2, 'mas: c.json: python.wheels: ./a.whl is no file\n'])
})
