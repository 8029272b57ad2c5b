import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exportGrammar, grammarFormats } from '../../grammar/index.ts'
import { masHere, projectFolder } from './mas.ts'

const folder = mkdtempSync(join(tmpdir(), 'mas-grammar-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('mas grammar', () => {
  test.each(grammarFormats)('prints %s', async (format) => {
    expect(await masHere(['grammar', '--format', format], projectFolder)).toEqual({ exit: 0, out: exportGrammar(format), err: '' })
  })

  test('is for a script', async () => {
    const { exit, out } = await masHere(['grammar', '--format', 'ebnf', '--for', 'examples/reflect.mas'], projectFolder)
    expect(exit).toBe(0)
    expect(out).toContain('rest = "workflow main(problem: string) -> string budget { calls 40 }" block ;')
    expect(out).toContain('plain_call = ( "python" | "Solver" | "Critic" ) "(" [ argument')
  })

  test('writes a whole file', async () => {
    const out = join(folder, 'mas.lark')
    expect(await masHere(['grammar', '--format', 'lark', '-o', out], projectFolder)).toEqual({ exit: 0, out: '', err: '' })
    expect(readFileSync(out, 'utf8')).toBe(exportGrammar('lark'))
    expect(readdirSync(folder)).toEqual(['mas.lark'])
  })

  test('says what is wrong with the script', async () => {
    const script = join(folder, 'wrong.mas')
    writeFileSync(script, 'agent A(x: Nothing) -> string\n')
    const { exit, out, err } = await masHere(['grammar', '--format', 'gbnf', '--for', script], projectFolder)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toContain('MAS2002')
  })

  test.each([
    [['--format', 'gbnff'], 'mas: There is no format "gbnff". Did you mean "gbnf"?\n'],
    [
      ['--format', 'textmate', '--for', 'examples/plan.mas'],
      'mas: A textmate grammar colours every script: leave --for out, or choose another format.\n',
    ],
    [['--format', 'ebnf', '-o', 'docs'], 'mas: docs cannot be written (EISDIR).\n'],
  ])('%j is a mistake in use', async (flags, err) => {
    expect(await masHere(['grammar', ...flags], projectFolder)).toEqual({ exit: 2, out: '', err })
  })

  test('needs a script that is there', async () => {
    const { exit, err } = await masHere(['grammar', '--format', 'ebnf', '--for', 'nowhere.mas'], projectFolder)
    expect(exit).toBe(2)
    expect(err).toContain('nowhere.mas')
  })
})
