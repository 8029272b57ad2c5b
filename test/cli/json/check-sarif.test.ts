import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { diagnosticPages } from '../../../compiler/explanations/index.ts'
import { checkGraphText } from '../../../compiler/graph-reader/check-graph-text.ts'
import { checkSarif } from '../../../cli/json/check-sarif.ts'

const fixture = new URL('../../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url)
/** The schema uses nothing of draft 4 that a later draft reads otherwise, but for how it names itself. */
const schema = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(fixture, 'utf8')) as object).filter(([key]) => key !== '$schema' && key !== 'id'),
)
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

const sarifOf = (text: string, path = 'main.mas', files: ReadonlyMap<string, string> = new Map()): object =>
  checkSarif([compileProgram(path, createMemoryReader(new Map([...files, [path, text]])))], '1.2.3')

describe('a SARIF log', () => {
  test.each(diagnosticPages.flatMap(({ code, example }) => (example === null ? [] : [{ code, ...example }])))(
    'of the example of $code fits the schema of SARIF 2.1.0',
    ({ code, name, wrong, files }) => {
      const log = name === 'main.json' ? checkSarif([checkGraphText(name, wrong)], '1.2.3') : sarifOf(wrong, name, files)
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
      expect(log).toMatchObject({ runs: [{ tool: { driver: { rules: [{ id: code, help: { markdown: expect.any(String) as string } }] } } }] })
    },
  )

  test('without findings fits it too, and the schema refuses what is no log', () => {
    expect(validate(sarifOf('export agent A() -> int'))).toBe(true)
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
  })

  test('counts columns in UTF-16 units, and tells related places and fixes', () => {
    const text = 'agent A() -> int\nagent A() -> int\nworkflow f() -> string { /* 😀 */ let x = "" return x }\n'
    const column = text.split('\n')[2]?.indexOf('let') ?? 0
    expect(sarifOf(text, 'a b#1.mas')).toMatchObject({
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          artifacts: [{ location: { uri: 'a%20b%231.mas' } }],
          results: [
            { ruleId: 'MAS2201', relatedLocations: [{ message: { text: '`A` is declared here.' }, physicalLocation: { region: { startLine: 1 } } }] },
            {
              ruleId: 'MAS1307',
              level: 'error',
              locations: [{ physicalLocation: { region: { startLine: 3, startColumn: column + 1, endColumn: column + 4 } } }],
              fixes: [
                {
                  description: { text: 'Leave `let` out' },
                  artifactChanges: [{ replacements: [{ deletedRegion: { startColumn: column + 1, charLength: 4 } }] }],
                },
              ],
            },
          ],
        },
      ],
    })
  })

  test('names an absolute path by its address', () => {
    expect(sarifOf('let x', '/home/me/a.mas')).toMatchObject({ runs: [{ artifacts: [{ location: { uri: 'file:///home/me/a.mas' } }] }] })
  })
})
