import { expect } from 'vitest'
import { compileProgram, createMemoryReader, fixSource } from '../../../compiler/index.ts'
import type { FixedSource } from '../../../compiler/index.ts'

export const fixText = (text: string, others: Readonly<Record<string, string>> = {}): FixedSource =>
  fixSource('main.mas', createMemoryReader(new Map([...Object.entries(others), ['main.mas', text]])))

export const errorsIn = (text: string): readonly string[] =>
  compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]])))
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

/** A row of a table of repairs: what is repaired, the wrong script, and the right one. */
export type FixRow = readonly [what: string, wrong: string, right: string]

/** Expects that the wrong script has an error, becomes the right one, and that nothing is left to repair then. */
export function expectFixed(wrong: string, right: string): void {
  expect(errorsIn(wrong)).not.toEqual([])
  expect(fixText(wrong).text).toBe(right)
  expect(errorsIn(right)).toEqual([])
  expect(fixText(right)).toMatchObject({ text: right, fixed: [] })
}

/** Expects that nothing is repaired. */
export function expectUnfixed(wrong: string): void {
  expect(errorsIn(wrong)).not.toEqual([])
  expect(fixText(wrong)).toMatchObject({ text: wrong, fixed: [] })
}

/** The statements in a workflow with an agent, a type and an enum. */
export const around = (statements: string): string => `enum Verdict { correct, wrong, unsure }
agent Writer(task: string, style: string?) -> string
agent Judge(draft: string) -> Verdict
workflow main(task: string, hint: string?, count: int, drafts: string[3]) -> string {
  ${statements}
  return Writer(task)
}
`
