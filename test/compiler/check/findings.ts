import { expect } from 'vitest'
import type { Range } from '../../../grammar/index.ts'
import { checkProgram } from '../../../compiler/check/index.ts'
import type { CheckResult } from '../../../compiler/check/index.ts'
import { createMemoryReader } from '../../../compiler/modules/index.ts'
import { markedSource } from '../../marked-source.ts'

export type Files = Readonly<Record<string, string>>

/** Checks a script as `main.mas`, beside other files. */
export function checkSource(source: string, files: Files = {}): CheckResult {
  return checkProgram('main.mas', createMemoryReader(new Map([...Object.entries(files), ['main.mas', source]])))
}

/** Each finding as `CODE «text reported»`. */
export function findings(source: string, files: Files = {}): readonly string[] {
  return checkSource(source, files).diagnostics.map(({ code, file, range }) => {
    const text = file === 'main.mas' ? source : (files[file] ?? '')
    return `${code} «${text.slice(range.start, range.end)}» at ${range.start}`
  })
}

/** Expects one finding for each mark, with the codes in the order of the marks, and nothing else. */
export function expectFindings(marked: string, codes: readonly string[], files: Files = {}): void {
  const { source, ranges } = markedSource(marked)
  const shown = ({ start, end }: Range): string => `«${source.slice(start, end)}» at ${start}`
  const expected = ranges.map((range, position) => `${codes[position] ?? '?'} ${shown(range)}`)
  expect(findings(source, files)).toEqual(expected)
  expect(codes.length).toBe(ranges.length)
}
