import { expect } from 'vitest'
import { syntaxMessages } from '../../compiler/diagnostics/syntax-messages.ts'
import type { Message } from '../../compiler/diagnostics/message.ts'
import { parse } from '../../grammar/index.ts'
import type { ParseResult, Range, SyntaxProblem, SyntaxProblemDetails, SyntaxProblemKind } from '../../grammar/index.ts'
import { markedSource } from '../marked-source.ts'

interface Problem<Kind extends SyntaxProblemKind> {
  readonly kind: Kind
  readonly range: Range
  readonly details: SyntaxProblemDetails[Kind]
}

function worded<Kind extends SyntaxProblemKind>({ kind, details }: Problem<Kind>): string {
  const message: Message<SyntaxProblemDetails[Kind]> = syntaxMessages[kind]
  return `${message.code} ${message.message(details)}`
}

/** Parses a script and expects the problems with these codes, or codes and messages, at its marks, and no others. */
export function expectProblems(marked: string, expected: readonly string[]): ParseResult {
  const { source, ranges } = markedSource(marked)
  const result = parse(source)
  const at = ({ start, end }: Range): string => `«${source.slice(start, end)}» at ${start}`
  const shown = (problem: SyntaxProblem, position: number): string => {
    const text = worded(problem)
    const isShort = /^MAS\d+$/.test(expected[position] ?? '')
    return `${isShort ? text.slice(0, 7) : text} ${at(problem.range)}`
  }
  expect(result.problems.map(shown)).toEqual(ranges.map((range, position) => `${expected[position] ?? '?'} ${at(range)}`))
  expect(expected.length).toBe(ranges.length)
  return result
}

/** Statements in a workflow, before another declaration that has to come through. */
export function expectStatementProblems(statements: string, expected: readonly string[]): ParseResult {
  const result = expectProblems(`workflow main() -> string {\n${statements}\n}\nagent After() -> string`, expected)
  expect(result.file.declarations.map(({ name }) => name.text)).toEqual(['main', 'After'])
  expect(result.file.declarations[1]?.damaged).toBe(false)
  return result
}
