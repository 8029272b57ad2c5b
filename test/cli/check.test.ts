import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, mas, masHere, projectFolder } from './mas.ts'

const good = 'agent A(question: string) -> string\n\nworkflow main(question: string) -> string {\n  return A(question)\n}\n'
const bad = 'agent A(question: string) -> string\n\nworkflow main(question: string) -> string {\n\treturn A(questoin)\n}\n'

interface CheckJson {
  readonly version: number
  readonly diagnostics: readonly {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly file: string
    readonly range: {
      readonly start: { readonly line: number; readonly column: number; readonly offset: number }
      readonly end: { readonly offset: number }
    }
    readonly hint?: string
  }[]
  readonly workflows: readonly { readonly file: string; readonly name: string; readonly bounds: unknown }[]
}

describe('mas check', () => {
  test('of a good file says so', async () => {
    using folder = folderWith({ 'good.mas': good })
    expect(await mas(['check', 'good.mas'], { folder: folder.path })).toEqual({ exit: 0, out: '1 file: no problems\n', err: '' })
  })

  test('shows the place of an error, and what was meant', async () => {
    using folder = folderWith({ 'bad.mas': bad })
    const { exit, out } = await masHere(['check', 'bad.mas'], folder.path)
    expect(exit).toBe(1)
    expect(out).toMatch(/^bad\.mas:4:11 error MAS2\d\d\d: /)
    expect(out).toContain('4 |     return A(questoin)\n  |              ^^^^^^^^\n')
    expect(out).toMatch(/hint: .*question/)
    expect(out).toMatch(/1 file: 1 error \(`mas check --fix` may repair 1\)\n$/)
    expect(out).not.toContain('\u001b')
  })

  test('of several files tells each error', async () => {
    using folder = folderWith({ 'bad.mas': bad, 'good.mas': good })
    const { exit, out } = await masHere(['check', 'good.mas', 'bad.mas', 'bad.mas'], folder.path)
    expect(exit).toBe(1)
    expect(out).toMatch(/\n2 files: 1 error \(.*\)\n$/)
  })

  test('of a missing file is a mistake in use', async () => {
    const { exit, out } = await masHere(['check', 'missing.mas'], projectFolder)
    expect(exit).toBe(2)
    expect(out).toMatch(/^missing\.mas error MAS\d{4}: .*missing\.mas/)
  })

  test('--bounds shows a table', async () => {
    const { exit, out } = await masHere(['check', '--bounds', 'examples/plan.mas'], projectFolder)
    expect(exit).toBe(0)
    expect(out).toMatch(/^workflow +calls +tool calls +tokens +depth\nmain +\d+ +0 +[\d,]+ +\d+\n/)
  })

  test('--json is one value with positions', async () => {
    using folder = folderWith({ 'bad.mas': bad })
    const { exit, out, err } = await mas(['check', '--json', 'bad.mas'], { folder: folder.path })
    const json = JSON.parse(out) as CheckJson
    const offset = bad.indexOf('questoin')
    expect({ exit, err }).toEqual({ exit: 1, err: '' })
    expect(json.version).toBe(1)
    expect(json.diagnostics).toMatchObject([
      {
        severity: 'error',
        file: 'bad.mas',
        range: { start: { line: 4, column: 11, offset }, end: { line: 4, column: 19, offset: offset + 8 } },
      },
    ])
    expect(json.workflows).toEqual([{ file: 'bad.mas', name: 'main', bounds: null }])
  })

  test('--json tells the bounds of every workflow', async () => {
    const { out } = await masHere(['check', '--json', 'examples/reflect.mas', 'examples/patterns.mas'], projectFolder)
    const { workflows } = JSON.parse(out) as CheckJson
    const keys = {
      calls: expect.any(Number) as number,
      tool_calls: expect.any(Number) as number,
      tokens: expect.any(Number) as number,
      depth: expect.any(Number) as number,
    }
    expect(workflows).toEqual([
      { file: 'examples/reflect.mas', name: 'main', bounds: keys },
      { file: 'examples/patterns.mas', name: 'self_consistency', bounds: null },
      { file: 'examples/patterns.mas', name: 'debate', bounds: null },
    ])
  })

  test('--sarif is a log that code scanning reads', async () => {
    using folder = folderWith({ 'bad.mas': bad })
    const { exit, out } = await masHere(['check', '--sarif', 'bad.mas'], folder.path)
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'mas', rules: [{ id: expect.stringMatching(/^MAS2/) as string }] } },
          results: [
            {
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'bad.mas' },
                    region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 19, charLength: 8 },
                  },
                },
              ],
            },
          ],
        },
      ],
    })
    expect((await masHere(['check', '--sarif', '--json', 'bad.mas'], folder.path)).exit).toBe(2)
  })

  test('loads the compiler and nothing of models, tensors and TypeScript', async () => {
    using folder = folderWith({ 'good.mas': good })
    const hook = join(projectFolder, 'test', 'cli', 'print-loaded-modules.ts')
    const { exit } = await mas(['check', 'good.mas'], {
      folder: folder.path,
      node: ['--import', hook],
      environment: { LOADED_MODULES: join(folder.path, 'loaded.txt') },
    })
    const loaded = readFileSync(join(folder.path, 'loaded.txt'), 'utf8').split('\n')
    expect(exit).toBe(0)
    expect(loaded.some((url) => url.includes('/compiler/'))).toBe(true)
    expect(
      loaded.filter((url) => /\/(runtime|trainer)\/|node_modules\/(openai|ajv|ts-morph|typescript|@tensorflow)/.test(url)),
    ).toEqual([])
  })
})

test('a reader that goes away ends the command quietly', async () => {
  const { exit, err } = await mas(
    ['check', '--json', ...Array.from({ length: 40 }, () => 'examples/reflect.mas'), 'examples/plan.mas'],
    {
      onStart: (child) => child.stdout?.destroy(),
    },
  )
  expect(err).toBe('')
  expect(exit).toBe(0)
})
