import { describe, expect, test } from 'vitest'
import { diagnosticPages } from '../../compiler/explanations/index.ts'
import { masHere, projectFolder } from './mas.ts'

const explain = (...codes: readonly string[]) => masHere(['explain', ...codes], projectFolder)

describe('mas explain', () => {
  test('prints a page with both scripts and what is said about the wrong one', async () => {
    const { exit, out, err } = await explain('mas2001')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatch(/^error MAS2001: a value that does not exist\n\n/)
    expect(out).toContain('Wrong:\n  workflow main(question: string) -> string {\n    return qestion\n  }\n')
    expect(out).toContain('  main.mas:2:10 error MAS2001: There is no value `qestion` here.\n  2 |   return qestion\n')
    expect(out).toContain('Right:\n  workflow main(question: string) -> string {\n    return question\n  }\n')
  })

  test('shows the other files of an example', async () => {
    expect((await explain('MAS2104')).out).toContain('agents.mas:\n  agent Hidden(')
  })

  test('takes the number of a code alone', async () => {
    expect(await masHere(['explain', '3307'], projectFolder)).toEqual(await masHere(['explain', 'MAS3307'], projectFolder))
  })
  test('has a page for each code', async () => {
    for (const { code } of diagnosticPages) expect((await explain(code)).out).toContain(` ${code}: `)
  })

  test('lists all codes, a line each', async () => {
    const { exit, out } = await explain()
    expect(exit).toBe(0)
    expect(out.trimEnd().split('\n').map((line) => line.split(' ')[0])).toEqual(diagnosticPages.map(({ code }) => code))
  })

  test('names the nearest codes of one that there is not', async () => {
    expect(await explain('MAS3040')).toEqual({
      exit: 2, out: '', err: 'mas: There is no code "MAS3040". The nearest are MAS3004, MAS3010.\n',
    })
    expect((await explain('nonsense')).err).toBe('mas: There is no code "nonsense". "mas explain" lists them all.\n')
  })
})
