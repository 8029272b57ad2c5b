import { characters, partsOf, repeat, type CharacterSet, type Expression } from '../model/expression.ts'
import { longestName } from '../spell/bounds.ts'
import type { CharacterGrammar } from '../spell/spell-grammar.ts'
import { otherWords } from './other-words.ts'
import { ruleName } from './rule-name.ts'

/** What stands in a list or a block, where the language has no limit. */
const mostItems = 64

/**
 * The grammar as GBNF, in what llama.cpp and XGrammar both read: a rule a line, names of letters, digits and `-`, no left
 * recursion, every repetition bounded and of a single rule or character, `""` for nothing.
 */
export function gbnf({ rules, lexemes }: CharacterGrammar): string {
  const printer = new RulePrinter()
  for (const [name, expression] of [...rules, ...lexemes]) printer.print(ruleName(name, '-'), expression)
  printer.print(wordEnd, repeat(characters('0-9', 'A-Z', '_', 'a-z'), 0, longestName))
  return printer.lines.join('')
}

class RulePrinter {
  readonly lines: string[] = []

  print(name: string, expression: Expression): void {
    if (expression.kind === 'other_word') {
      this.printOtherWord(name, expression.than)
      return
    }
    const line = this.lines.push('') - 1
    const inner = new Inner(name, this)
    this.lines[line] = `${name} ::= ${inner.write(expression)}\n`
  }

  private printOtherWord(name: string, than: readonly string[]): void {
    const nameOf = (place: number): string => place === 0 ? name : `${name}-${place}`
    for (const [number, { ends, children, others }] of otherWords(than).entries()) {
      const options = [
        ...ends ? ['""'] : [],
        ...others.length > 0 ? [`${classOf(characters(...others))} ${wordEnd}`] : [],
        ...children.map(({ letter, place }) => `${quoted(letter)} ${nameOf(place)}`),
      ]
      this.lines.push(`${nameOf(number)} ::= ${options.join(' | ')}\n`)
    }
  }
}

/** The rest of a name: one rule for all, since a repetition costs an engine much. */
const wordEnd = 'word-end'

/** Writes one rule; what is repeated in it becomes a rule of its own where it is more than one character. */
class Inner {
  private readonly name: string
  private readonly printer: RulePrinter
  private repeated = 0

  constructor(name: string, printer: RulePrinter) {
    this.name = name
    this.printer = printer
  }

  write(expression: Expression): string {
    switch (expression.kind) {
      case 'rule':
        return ruleName(expression.name, '-')
      case 'literal':
        return quoted(expression.text)
      case 'characters':
        return classOf(expression)
      case 'sequence':
        return expression.items.length === 0 ? '""' : expression.items.map((item) => this.grouped(item)).join(' ')
      case 'choice':
        return expression.options.map((option) => this.write(option)).join(' | ')
      case 'repetition':
        return this.repetition(expression.item, expression.minimum, expression.maximum ?? mostItems)
      case 'other_word':
      case 'token':
        throw new Error('only a rule of its own is a word, and a token is spelled')
    }
  }

  private grouped(expression: Expression): string {
    return expression.kind === 'choice' ? `(${this.write(expression)})` : this.write(expression)
  }

  private repetition(item: Expression, minimum: number, maximum: number): string {
    if (minimum === 0 && maximum === 1) return isSingle(item) ? `${this.write(item)}?` : `(${this.write(item)})?`
    const bounds = minimum === maximum ? `{${minimum}}` : `{${minimum},${maximum}}`
    return `${isSingle(item) ? this.write(item) : this.ownRule(item)}${bounds}`
  }

  private ownRule(item: Expression): string {
    this.repeated++
    const name = `${this.name}-item${this.repeated === 1 ? '' : `-${this.repeated}`}`
    this.printer.print(name, item)
    return name
  }
}

const isSingle = (expression: Expression): boolean =>
  partsOf(expression).length === 0 && (expression.kind !== 'literal' || expression.text.length === 1)

const escapes: ReadonlyMap<string, string> = new Map([['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'], ['"', '\\"'], ['\\', '\\\\']])

const quoted = (text: string): string => `"${[...text].map((character) => escapes.get(character) ?? character).join('')}"`

/** Letters that follow each other as a range; `-` stands last, where it is itself. */
function classOf({ ranges, negated }: CharacterSet): string {
  const single = (character: string): string => escapes.get(character) ?? character
  const written = joined(ranges).map(([first, last]) => first === last ? single(first) : `${single(first)}-${single(last)}`)
  return `[${negated ? '^' : ''}${written.filter((range) => range !== '-').join('')}${written.includes('-') ? '-' : ''}]`
}

const touches = (last: string, first: string): boolean =>
  /\w/.test(last) && /\w/.test(first) && first.charCodeAt(0) === last.charCodeAt(0) + 1

/** Ranges that touch, as one. */
function joined(ranges: CharacterSet['ranges']): CharacterSet['ranges'] {
  const result: (readonly [string, string])[] = []
  for (const range of ranges) {
    const before = result.at(-1)
    if (before !== undefined && touches(before[1], range[0])) result[result.length - 1] = [before[0], range[1]]
    else result.push(range)
  }
  return result
}
