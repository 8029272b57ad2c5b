import { expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { moduleOf } from './emitted-module.ts'

const files = new Map([
  ['other.mas', 'export type Remark = { text: string }\nexport type Unused = { x: int }\n'],
  [
    'main.mas',
    `import { Remark } from "./other.mas"
/// What a reader found.
export type Review = { verdict: Verdict, remarks: Remark[3], note: string? }
enum Verdict { good, bad }
type Names = string[]
type Text = string
agent Read(q: Text, names: Names) -> Review
agent Rate(review: Review?) -> { points: number, all: Verdict?[] }
workflow main(q: string) -> Review[] {
  a = Read(q, [q])
  _ = Rate(a)
  return [a]
}
`,
  ],
])

test('declared types become interfaces and aliases, in the order in which they need each other, each with its value', async () => {
  const module = await moduleOf(compileProgram('main.mas', createMemoryReader(files)))
  expect(module.slice(module.indexOf('export type Verdict'), module.indexOf('const Read'))).toBe(`export type Verdict = 'good' | 'bad'
const Verdict = mas.types.enum('Verdict', ['good', 'bad'])

export interface Remark {
  readonly text: string
}
export const Remark = mas.types.record({ text: mas.types.string })

/** What a reader found. */
export interface Review {
  readonly verdict: Verdict
  readonly remarks: readonly Remark[]
  readonly note: string | null
}
export const Review = mas.types.record({
  verdict: Verdict,
  remarks: mas.types.list(Remark, 3),
  note: mas.types.optional(mas.types.string),
})

export type Names = readonly string[]
const Names = mas.types.list(mas.types.string)

`)
  expect(module).toContain('mas.agent<{ readonly q: string; readonly names: Names }, Review>')
  expect(module).toContain('{ readonly points: number; readonly all: readonly (Verdict | null)[] }')
  expect(module).toContain('Promise<mas.ModuleResult<readonly Review[]>>')
})
