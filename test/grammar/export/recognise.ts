import type { CharacterGrammar } from '../../../grammar/export/spell/spell-grammar.ts'
import type { CharacterSet, Expression, Repetition } from '../../../grammar/export/model/expression.ts'

/** Whether a grammar derives a text. Works for grammars without left recursion; every reading is tried, each part once. */
export function recognises({ start, rules, lexemes }: CharacterGrammar, text: string): boolean {
  const known = new Map<string, ReadonlySet<number>>()

  const endsOfRule = (name: string, at: number): ReadonlySet<number> => {
    const key = `${name} ${at}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const expression = rules.get(name) ?? lexemes.get(name)
    if (expression === undefined) throw new Error(`there is no rule ${name}`)
    const ends = endsOf(expression, at)
    known.set(key, ends)
    return ends
  }

  const endsOf = (expression: Expression, at: number): ReadonlySet<number> => {
    switch (expression.kind) {
      case 'rule':
        return endsOfRule(expression.name, at)
      case 'literal':
        return text.startsWith(expression.text, at) ? new Set([at + expression.text.length]) : new Set()
      case 'characters':
        return endsOfCharacter(expression, at)
      case 'sequence':
        return expression.items.reduce<ReadonlySet<number>>((starts, item) => endsFrom(starts, item), new Set([at]))
      case 'choice':
        return new Set(expression.options.flatMap((option) => [...endsOf(option, at)]))
      case 'repetition':
        return endsOfRepetition(expression, at)
      case 'other_word':
        return endsOfWord(expression.than, at)
      case 'token':
        throw new Error('a spelled grammar has no tokens')
    }
  }

  const endsFrom = (starts: ReadonlySet<number>, item: Expression): ReadonlySet<number> =>
    new Set([...starts].flatMap((start) => [...endsOf(item, start)]))

  const endsOfCharacter = ({ ranges, negated }: CharacterSet, at: number): ReadonlySet<number> => {
    const code = text.codePointAt(at)
    if (code === undefined) return new Set()
    const isIn = ranges.some(([first, last]) => code >= (first.codePointAt(0) ?? 0) && code <= (last.codePointAt(0) ?? 0))
    return isIn === negated ? new Set() : new Set([at + String.fromCodePoint(code).length])
  }

  const endsOfRepetition = ({ item, minimum, maximum }: Repetition, at: number): ReadonlySet<number> => {
    const ends = new Set<number>(minimum === 0 ? [at] : [])
    let starts: ReadonlySet<number> = new Set([at])
    for (let count = 1; starts.size > 0 && count <= (maximum ?? Infinity); count++) {
      starts = endsFrom(starts, item)
      if (count >= minimum) for (const end of starts) ends.add(end)
    }
    return ends
  }

  const endsOfWord = (than: readonly string[], at: number): ReadonlySet<number> => {
    const [word = ''] = /^[A-Za-z_][A-Za-z0-9_]{0,63}/.exec(text.slice(at, at + 64)) ?? []
    const lengths = Array.from(word, (_, index) => index + 1)
    return new Set(lengths.filter((length) => !than.includes(word.slice(0, length))).map((length) => at + length))
  }

  return endsOfRule(start, 0).has(text.length)
}
