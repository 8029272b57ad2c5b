import { describe, expect, test } from 'vitest'
import { exportGrammar } from '../../../grammar/export/index.ts'
import { fixedNames, namesOfFile, scripts } from './grammars.ts'

const grammars: readonly (readonly [name: string, grammar: string])[] = [
  ['files', exportGrammar('gbnf')],
  ['fixed names', exportGrammar('gbnf', fixedNames)],
  ...scripts.map(([path]) => [path, exportGrammar('gbnf', namesOfFile(path))] as const),
]

/** A rule as its name and its signs: names, literals, classes, bounds and brackets. */
const rulesOf = (grammar: string): ReadonlyMap<string, readonly string[]> => new Map(grammar.trimEnd().split('\n').map((line) => {
  const [, name = '', body = ''] = /^([a-z][a-z0-9-]*) ::= (.+)$/.exec(line) ?? []
  return [name, body.match(/"(?:[^"\\]|\\.)*"|\[(?:[^\]\\]|\\.)*\]|\{[^}]*\}|[a-z][a-z0-9-]*|[()|?]|\S/g) ?? []] as const
}))

describe.each(grammars)('the GBNF of %s', (_, grammar) => {
  const rules = rulesOf(grammar)

  test('is a rule a line, each name once, all of them there', () => {
    expect(grammar.trimEnd().split('\n').filter((line) => !/^[a-z][a-z0-9-]* ::= \S/.test(line))).toEqual([])
    expect(rules.size).toBe(grammar.trimEnd().split('\n').length)
    const named = [...rules.values()].flat().filter((sign) => /^[a-z]/.test(sign))
    expect(named.filter((name) => !rules.has(name))).toEqual([])
    const unused = [...rules.keys()].filter((name) => name !== 'root' && !named.includes(name))
    expect(unused).toEqual([])
  })

  test('repeats single rules and characters only, within bounds', () => {
    for (const [name, signs] of rules) {
      for (const [index, sign] of signs.entries()) {
        expect(['*', '+', '.'], name).not.toContain(sign)
        if (!sign.startsWith('{')) continue
        const [, least, most = least] = /^\{(\d+)(?:,(\d+))?\}$/.exec(sign) ?? []
        expect(Number(least), name).toBeLessThanOrEqual(Number(most))
        expect(Number(most), name).toBeLessThanOrEqual(2000)
        expect(signs[index - 1], name).toMatch(/^(?:[a-z]|\[|"(?:\\.|[^"\\])"$)/)
      }
    }
  })

  test('has no left recursion', () => {
    expect(leftRecursive(rules)).toEqual([])
  })
})

/** The rules that come to themselves before any character. */
function leftRecursive(rules: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const nullable = nullableIn(rules)
  const firsts = new Map([...rules].map(([name, signs]) => [name, scan(signs, nullable).firsts]))
  return [...rules.keys()].filter((name) => {
    const reached = new Set(firsts.get(name))
    for (const rule of reached) for (const first of firsts.get(rule) ?? []) reached.add(first)
    return reached.has(name)
  })
}

function nullableIn(rules: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const nullable = new Set<string>()
  for (let size = -1; size !== nullable.size;) {
    size = nullable.size
    for (const [name, signs] of rules) if (scan(signs, nullable).nullable) nullable.add(name)
  }
  return nullable
}

/** Rules that a body may begin with, and whether it may be nothing. */
function scan(signs: readonly string[], nullable: ReadonlySet<string>): { firsts: string[]; nullable: boolean } {
  let index = 0
  const choice = (): { firsts: string[]; nullable: boolean } => {
    const firsts: string[] = []
    let canBeNothing = false
    do {
      const option = sequence()
      firsts.push(...option.firsts)
      canBeNothing ||= option.nullable
    } while (signs[index++] === '|')
    return { firsts, nullable: canBeNothing }
  }
  const sequence = (): { firsts: string[]; nullable: boolean } => {
    const firsts: string[] = []
    let open = true
    while (index < signs.length && signs[index] !== '|' && signs[index] !== ')') {
      const sign = signs[index++] ?? ''
      const alone = { firsts: /^[a-z]/.test(sign) ? [sign] : [], nullable: sign === '""' || nullable.has(sign) }
      const item = sign === '(' ? choice() : alone
      const times = signs[index] ?? ''
      if (times === '?' || times.startsWith('{')) index++
      if (open) firsts.push(...item.firsts)
      if (!item.nullable && times !== '?' && !times.startsWith('{0')) open = false
    }
    return { firsts, nullable: open }
  }
  return choice()
}

test('the search for left recursion finds some', () => {
  const rules = new Map([
    ['a', ['(', 'b', ')', '?', 'a', '"x"']], ['b', ['c', '{0,3}', '"y"']], ['c', ['""', '|', '[a]']], ['d', ['"x"', 'd']],
  ])
  expect(leftRecursive(rules)).toEqual(['a'])
})
