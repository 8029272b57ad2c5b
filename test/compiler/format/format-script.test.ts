import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatScript } from '../../../compiler/index.ts'
import { shippedScripts } from '../../property/changed-scripts.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).flatMap((file) => /^(.*)\.before\.mas$/.exec(file)?.[1] ?? [])
const fixture = (file: string): string => readFileSync(join(fixtures, file), 'utf8')

function formatted(script: string): string {
  const result = formatScript('a.mas', script)
  if (result.kind === 'errors') throw new Error(JSON.stringify(result.diagnostics))
  return result.text
}

describe('formatScript', () => {
  test.each(names)('lays out %s', (name) => {
    const after = fixture(`${name}.after.mas`)
    expect(formatted(fixture(`${name}.before.mas`))).toBe(after)
    expect(formatted(after)).toBe(after)
  })

  test.each([...shippedScripts])('leaves %s as it is: what ships is in canonical layout', (_path, script) => {
    expect(formatted(script)).toBe(script)
  })

  test.each([
    ['nothing', '', ''],
    ['white space', ' \n\n', ''],
    ['comments alone', '\n\n// a\n\n\n/* b */ // c', '// a\n\n/* b */ // c\n'],
    ['a byte order mark', '\uFEFFtype A = int', 'type A = int\n'],
    ['CRLF', 'type A = int\r\n\r\n\r\n/* a\r\n  b */\r\ntype B = int\r\n', 'type A = int\n\n/* a\n  b */\ntype B = int\n'],
    ['CR', 'type A = int // a\rtype B = int', 'type A = int // a\ntype B = int\n'],
    ['white space behind comments', 'type A = int // a \t\n// b  \n', 'type A = int // a\n// b\n'],
    ['semicolons', ';type A = int;;\n;type B = int;', 'type A = int\ntype B = int\n'],
    ['a comment in every place of a type', 'type /* a */ A = { b: int /* c */, } /* d */ ? // e\n[]',
      'type /* a */ A = { b: int /* c */ } /* d */ ? // e\n  []\n'],
    ['documentation behind a declaration', 'type A = int /// a\n/// b\nagent B() -> string',
      'type A = int\n\n/// a\n/// b\nagent B() -> string\n'],
    // Found by the laws.
    ['a comment of two lines in empty parentheses', 'agent A( /* a\n  b */ ) -> string', 'agent A(/* a\n  b */\n) -> string\n'],
    ['a comment on a line of its own in empty parentheses', 'agent A(\n// a\n) -> string', 'agent A(\n  // a\n) -> string\n'],
    ['a comment beside the brace of an arm', 'workflow main() -> int { match k { else => { // a\n return 1 } } }',
      'workflow main() -> int {\n  match k {\n    else => { // a\n      return 1\n    }\n  }\n}\n'],
  ])('of %s', (_what, before, after) => {
    expect(formatted(before)).toBe(after)
    expect(formatted(after)).toBe(after)
  })

  test('breaks what is longer than the width, and no less', () => {
    const call = (name: string): string => `workflow main() -> int {\n  return f(${name}, b)\n}\n`
    const fits = 'a'.repeat(100 - '  return f(, b)'.length)
    expect(formatted(call(fits))).toBe(call(fits))
    expect(formatted(call(`${fits}a`))).toBe(`workflow main() -> int {\n  return f(\n    ${fits}a,\n    b,\n  )\n}\n`)
  })

  test('refuses what has syntax errors, with their places in the text as it was given', () => {
    const script = 'type A = int\r\nlet x = 1\r\n'
    const diagnostics = [{ code: 'MAS1307', file: 'a.mas', range: { start: script.indexOf('let') } }]
    expect(formatScript('a.mas', script)).toMatchObject({ kind: 'errors', diagnostics })
  })

  test('is not stopped by a list, a comment and a chain that are long', () => {
    const items = Array.from({ length: 50_000 }, (_, index) => String(index))
    const list = `${'// a\n'.repeat(200_000)}workflow main() -> int[] {\n  return [${items.join(', ')}]\n}`
    expect(formatted(list).split('\n').length).toBeGreaterThan(250_000)
    const sum = Array.from({ length: 490 }, (_, index) => `a${index}`).join(' + ')
    expect(formatted(`workflow main() -> int { return ${sum} }`).split('\n').length).toBe(493)
  })
})
