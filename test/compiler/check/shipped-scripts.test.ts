import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkProgram } from '../../../compiler/check/index.ts'
import { createFileReader } from '../../../compiler/modules/index.ts'
import { expectFindings } from './findings.ts'

const root = join(import.meta.dirname, '../../..')
const scriptsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.mas'))
    .map((file) => join(root, folder, file))

describe('scripts that are shipped have no errors and no warnings', () => {
  test.each([...scriptsIn('examples'), ...scriptsIn('compiler/library')])('%s', (path) => {
    const { program, diagnostics } = checkProgram(path, createFileReader())
    expect(diagnostics).toEqual([])
    expect(program?.entry.path).toBe(path)
  })
})

test('every pattern of the library can be used', () => {
  expectFindings(
    `
import { best_of, cascade, debate, divide, mixture, refine, retry, self_consistency } from "std/patterns"
enum Answer { yes, no }
agent Solve(q: string, hint: string?) -> Answer
agent Rate(q: string, a: Answer) -> int
agent Merge(q: string, all: Answer[]) -> Answer
agent Criticize(q: string, a: Answer) -> string?
agent Revise(q: string, a: Answer, remarks: string?) -> Answer
agent Plan(q: string) -> string[6]
agent Work(q: string, step: string) -> int
agent Write(q: string, notes: number[6]) -> string
agent Accept(q: string, a: Answer) -> bool
agent Side(q: string, said: string) -> string
workflow main(q: string) -> { answers: Answer[6], texts: string[2] } {
  answers = [
    self_consistency(Solve, q, 3),
    best_of(Solve, Rate, q, n: 4),
    mixture(Solve, Merge, q, n: 2),
    refine(Solve, Criticize, Revise, q, rounds: 2),
    retry(Solve, Accept, q, tries: 2),
    cascade(Solve, Accept, Solve, q),
  ]
  return { answers: answers, texts: [divide(Plan, Work, Write, q, parts: 6), debate(Side, Side, Side, q, rounds: 2)] }
}`,
    [],
  )
})
