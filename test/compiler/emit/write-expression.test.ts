import { describe, expect, test } from 'vitest'
import { codeOf } from './code-of.ts'

/** The expression that a value is computed by, as the argument of the first call of `A` or of a step. */
async function expressionOf(expression: string): Promise<string> {
  const code = await codeOf(`a = Judge(q)\nreturn json([${expression}])`)
  const line = /mas\.json\(\[([^]*)\]\)/.exec(code)?.[1]
  if (line === undefined) throw new Error(code)
  return line
}

test.each([
  ['q', 'q'],
  ['"x"', "'x'"],
  ['none', 'null'],
  ['a.remark', 'a.remark'],
  ['lines(q)[0]', 'mas.element(mas.lines(q), 0)'],
  ['{ x: q, y: { z: n } }', '{ x: q, y: { z: n } }'],
  ['{ ...a, remark: q }', '{ ...a, remark: q }'],
  ['n + 1', 'mas.add(n, 1)'],
  ['-n % 2', 'mas.remainder(mas.negate(n), 2)'],
  ['n > 1 and not (n >= 3)', '(n > 1) && (!(n >= 3))'],
  ['n == 1', 'n === 1'],
  ['1 != n', 'n !== 1'],
  ['q == "x"', "q === 'x'"],
  ['a.verdict == Kind.one', "a.verdict === 'one'"],
  ['hint == none', 'hint === null'],
  ['int(q) != none', 'mas.parseInt(q) !== null'],
  ['len(q) == 2', 'mas.len(q) === 2'],
  ['n / 2 == 2', 'mas.divide(n, 2) === 2'],
  ['a == a', 'mas.equal(a, a)'],
  ['[q] != ["x"]', "!mas.equal([q], ['x'])"],
  ['hint ?? q', 'hint ?? q'],
  ['hint != none and hint == q', 'hint !== null && mas.equal(hint, q)'],
  ['best([{ p: n }], .p)', "mas.best([{ p: n }], 'p')"],
  ['number(q)', 'mas.parseNumber(q)'],
  ['text(n)', 'mas.toText(n)'],
])('%s', async (expression, code) => {
  expect((await expressionOf(expression)).replaceAll(/\s+/g, ' ')).toBe(code.replaceAll('(n > 1) && (!(n >= 3))', 'n > 1 && !(n >= 3)'))
})

test('a comparison that TypeScript may take for impossible is left to the language', async () => {
  const code = await codeOf('if q == "x" { a = A(q) } else { a = q }\nif q == "y" { return a } else { return A(a) }')
  expect(code).toContain("if (q === 'x')")
  expect(code).toContain("if (mas.equal(q, 'y'))")
})

describe('templates', () => {
  test('conditions and lists', async () => {
    const code = await codeOf('return "{{#if hint}}{{hint}}{{else}}-{{/if}} {{#each lines(q) as x}}{{x}}\\n{{/each}}"')
    expect(code).toContain('mas.text`${hint !== null ? mas.text`${hint}` : mas.text`-`} ${mas.textOfEach(mas.lines(q), (x) => mas.text`${x}\\n`)}`')
  })

  test('what would end a template is escaped', async () => {
    expect(await codeOf('return "`{{q}}\\\\ ${x}"')).toContain('mas.text`\\`${q}\\\\ \\${x}`')
  })
})
