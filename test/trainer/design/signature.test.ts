import { expect, test } from 'vitest'
import { readSignature, signatureOfTask } from '../../../trainer/design/index.ts'

const read = (text: string): string => {
  const signature = readSignature(text)
  return signature.kind === 'ok' ? signature.signature.text : `error: ${signature.message}`
}

test.each([
  ['(task: string) -> string', '(task: string) -> string'],
  [' (n:int,xs:string[3]) -> {answer:number} ', '(n: int, xs: string[3]) -> { answer: number }'],
  ['() -> int?', '() -> int?'],
])('%j', (text, shown) => {
  expect(read(text)).toBe(shown)
})

test.each([
  ['task: string -> string', 'cannot be read'],
  ['', 'cannot be read'],
  ['(task: str) -> string', 'is not legal (There is no type `str`.)'],
  ['(kind: Kind) -> string', 'is not legal (There is no type `Kind`.)'],
  ['() -> int agent Other() -> int', 'cannot be read'],
  ['() -> int { role "x" } workflow main() -> int { return 1 }', 'cannot be read'],
])('%j is told', (text, why) => {
  expect(read(text)).toBe(`error: the signature ${JSON.stringify(text)} ${why}; write it as in "(task: string) -> string"`)
})

test.each([
  [{ input: { problem: 'a' }, expected: 3 }, '(problem: string) -> int'],
  [{ input: { xs: [1.5], ok: true, hint: null }, expected: { a: 'b', n: 0.5 } }, '(xs: number[], ok: bool, hint: string?) -> { a: string, n: number }'],
  [{ input: { xs: [] } }, '(xs: string[]) -> string'],
])('a task suggests one: %j', (task, text) => {
  expect(signatureOfTask(task)).toBe(text)
  expect(read(text)).toBe(text)
})
