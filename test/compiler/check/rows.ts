import { describe, test } from 'vitest'
import { expectFindings } from './findings.ts'

/** What is tried, the marked script, and the codes of its marks. */
export type Row = readonly [what: string, marked: string, ...codes: string[]]

/** One test for each row; `around` makes a whole script of what the row shows. */
export function checkRows(topic: string, rows: readonly Row[], around: (marked: string) => string = (marked) => marked): void {
  describe(topic, () => {
    test.each(rows.map(([what, marked, ...codes]) => ({ what, marked, codes })))('$what', ({ marked, codes }) => {
      expectFindings(around(marked), codes)
    })
  })
}

const declarations = `
export enum Verdict { correct, wrong }
export enum Kind { code, fact, other }
export type Draft = { answer: string, score: int, note: string? }
export tool search(query: string, limit: int?) -> string[] from "host:search"
export agent Write(task: string, hint: string?) -> string
export agent Solve(task: string) -> Draft
export agent Judge(task: string, draft: Draft) -> Verdict
export agent Route(task: string) -> Kind
export agent Plan(task: string) -> string[6]
export agent Rate(task: string) -> number?
`

/** The statements as the body of a workflow with parameters and declarations of many types. */
export const asBody = (statements: string): string => `${declarations}
export workflow solo(task: string) -> string { return task }

workflow main(
  task: string, hint: string?, count: int, ratio: number, sure: bool, words: string[], few: string[3],
  draft: Draft, drafts: Draft[4], perhaps: Draft?, verdict: Verdict, kind: Kind?,
) -> string {
  ${statements}
  return task
}`

/** The expression as a value that is discarded. */
export const asValue = (expression: string): string => asBody(`_ = ${expression}`)
