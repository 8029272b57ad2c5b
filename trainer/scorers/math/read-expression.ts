import { cleanText } from './clean-text.ts'
import type { Engine } from './engine.ts'
import type { Expression, IntervalEnd, ReadExpression, Relation } from './expression.ts'
import { isOperation, isText, operandsOf, withExactNumbers } from './math-json.ts'
import type { MathJson } from './math-json.ts'
import { constants, namedSets, scalarOperators } from './operators.ts'

/** Reads an answer: an expression, plain or in LaTeX; a set, an interval, a list, a matrix, a relation; or words. */
export function readExpression(engine: Engine, written: string): ReadExpression {
  const text = cleanText(written)
  if (text === '') return unreadable('it is empty')
  if (isWords(written, text)) return { kind: 'ok', expression: { kind: 'text', text: text.replace(/\s+/g, ' ') } }
  const { magnitude, unit } = splitUnit(text)
  const separated = withMixedNumbers(magnitude)
  if (/(?<![_^.\d])\d+(?:\.\d+)?\s+\d/.test(separated)) return unreadable('two numbers stand side by side')
  const raw = engine.parse(separated)
  if (raw === null) return unreadable('it is no expression')
  if (appliesFunction(raw)) return unreadable('it applies a function that is not known')
  const tree = withProducts(withExactNumbers(raw))
  const canonical = engine.canonical(tree, variablesOf(tree))
  if (canonical === null) return unreadable('it is no expression')
  const expression = expressionOf(canonical)
  if (expression === null) return unreadable('it is made of more than can be compared')
  if (unit === null) return { kind: 'ok', expression }
  if (expression.kind !== 'scalar') return unreadable('only a number has a unit')
  return { kind: 'ok', expression: { kind: 'quantity', magnitude: expression.tree, unit } }
}

const unreadable = (reason: string): ReadExpression => ({ kind: 'unreadable', reason })

/** Words behind a number are its unit, which is compared as it is written. */
function splitUnit(text: string): { readonly magnitude: string; readonly unit: string | null } {
  const parts = /^(.*[^\s\\])\s*\\(?:text|mathrm|mbox)\s*\{\s*([^{}]*?)\s*\}(\^\{?\d\}?)?$/.exec(text)
  const [, magnitude, unit, power = ''] = parts ?? []
  if (magnitude === undefined || unit === undefined) return { magnitude: text, unit: null }
  return { magnitude, unit: `${unit}${power.replace(/[{}]/g, '')}` }
}

const functionNames = /\b(?:arc)?(?:sqrt|sinh?|cosh?|tanh?|sec|csc|cot|log|ln|exp|abs|floor|ceil|max|min|gcd|lcm|infinity|binom)\b/g

/** Four letters in a row that are no command and no function are a word, and not a product. */
function isWords(written: string, text: string): boolean {
  if (/^\s*\$?\s*\\(?:text|mathrm|textbf|mbox)\{[^{}]*\}\s*\$?\s*$/.test(written)) return !/\d/.test(text)
  return /[a-zA-Z]{4,}/.test(text.replace(/\\(?:text|mathrm|mbox)\{[^{}]*\}|\\[a-zA-Z]+|\{[a-z]*matrix\}/g, ' ').replace(functionNames, ' '))
}

/** `3 1/2` is three and a half. */
const withMixedNumbers = (text: string): string => text.replace(/(?<![\d.])(\d+)\s+(\d+)\/(\d+)(?![\d.])/g, '$1\\frac{$2}{$3}')

/** The library takes `a(b+1)` for a function's value where it does not know `a`: here it is a product. */
function withProducts(tree: MathJson): MathJson {
  if (!isOperation(tree)) return tree
  const operands = operandsOf(tree).map(withProducts)
  return [tree[0] === 'InvisibleOperator' && operands.some(isDelimited) ? 'Multiply' : tree[0], ...operands]
}

/** Whether it holds the value of a function of which nothing is known, as in f(2). */
function appliesFunction(tree: MathJson): boolean {
  const operands = operandsOf(tree)
  const isCall = (operand: MathJson, index: number): boolean =>
    typeof operand === 'string' && /^[fghFGH]$/.test(operand) && isDelimited(operands[index + 1])
  return isOperation(tree) && ((tree[0] === 'InvisibleOperator' && operands.some(isCall)) || operands.some(appliesFunction))
}

const isDelimited = (tree: MathJson | undefined): boolean =>
  tree !== undefined && isOperation(tree) && tree[0] === 'Delimiter' && operandsOf(tree).length === 1

/** Symbols that stand for numbers that are not said. */
export function variablesOf(tree: MathJson): ReadonlySet<string> {
  if (isOperation(tree)) return new Set(operandsOf(tree).flatMap((operand) => [...variablesOf(operand)]))
  return new Set(typeof tree === 'string' && isVariable(tree) ? [tree] : [])
}

/** A letter, a Greek letter by its name, either with an index. What the library knows by a long name in capitals is its own. */
const isVariable = (symbol: string): boolean =>
  symbol !== 'e' && symbol !== 'i' && /^(?:[A-Za-z]|[A-Za-z]?[a-z]+)(?:_[A-Za-z0-9]+)?$/.test(symbol) && !constants.has(symbol) && !/^[A-Z][a-z]/.test(symbol)

function expressionOf(tree: MathJson): Expression | null {
  if (isScalar(tree)) return { kind: 'scalar', tree }
  if (isText(tree)) return { kind: 'text', text: tree.slice(1, -1).trim() }
  if (!isOperation(tree)) return typeof tree === 'string' && namedSets.has(tree) ? { kind: 'named', name: tree } : null
  const [operator] = tree
  const operands = operandsOf(tree)
  switch (operator) {
    case 'List':
      return collection('list', operands)
    case 'Tuple':
    case 'Pair':
    case 'Triple':
    case 'Sequence':
      return collection('tuple', operands)
    case 'Matrix':
      return collection('matrix', operands.slice(0, 1).flatMap(operandsOf))
    case 'Set':
      return collection('set', operands)
    case 'Union':
      return collection('union', operands.map(asInterval))
    case 'Intersection':
      return collection('intersection', operands.map(asInterval))
    case 'And':
      return collection('and', operands)
    case 'Or':
      return collection('or', operands)
    case 'Interval':
      return intervalOf(operands)
    case 'Measurement':
      return plusMinus(operands)
    case 'Equal':
    case 'NotEqual':
    case 'Less':
    case 'LessEqual':
    case 'Greater':
    case 'GreaterEqual':
      return relationsOf(operator, operands)
    default:
      return null
  }
}

function isScalar(tree: MathJson): boolean {
  if (isOperation(tree)) return scalarOperators.has(tree[0]) && operandsOf(tree).every(isScalar)
  return typeof tree !== 'string' || constants.has(tree) || tree === 'e' || tree === 'i' || isVariable(tree)
}

function collection(kind: Extract<Expression, { readonly items: unknown }>['kind'], operands: readonly MathJson[]): Expression | null {
  const items = operands.map(expressionOf)
  return items.every((item) => item !== null) ? { kind, items } : null
}

/** In a union, (2, 3) is an interval and no pair. */
function asInterval(tree: MathJson): MathJson {
  const [from, to, ...more] = operandsOf(tree)
  if (!isOperation(tree) || tree[0] !== 'Tuple' || from === undefined || to === undefined || more.length > 0) return tree
  return ['Interval', ['Open', from], ['Open', to]]
}

/** An open interval is written like a pair, and a closed one like a list of two: they are compared as such. */
function intervalOf(operands: readonly MathJson[]): Expression | null {
  const ends = operands.map(intervalEnd)
  const [from, to, ...more] = ends
  if (from === undefined || to === undefined || more.length > 0 || ![from, to].every(({ tree }) => isScalar(tree))) return null
  if (from.isOpen !== to.isOpen) return { kind: 'interval', ends: [from, to] }
  return collection(from.isOpen ? 'tuple' : 'list', [from.tree, to.tree])
}

function intervalEnd(tree: MathJson): IntervalEnd {
  const [inner] = operandsOf(tree)
  return isOperation(tree) && tree[0] === 'Open' && inner !== undefined ? { tree: inner, isOpen: true } : { tree, isOpen: false }
}

/** Plus or minus: both. */
function plusMinus([middle, distance]: readonly MathJson[]): Expression | null {
  if (middle === undefined || distance === undefined) return null
  return collection('set', [
    ['Add', middle, distance],
    ['Subtract', middle, distance],
  ])
}

const relations: Readonly<Record<string, { readonly relation: Relation; readonly isFlipped: boolean }>> = {
  Equal: { relation: 'equal', isFlipped: false },
  NotEqual: { relation: 'unequal', isFlipped: false },
  Greater: { relation: 'positive', isFlipped: false },
  GreaterEqual: { relation: 'not_negative', isFlipped: false },
  Less: { relation: 'positive', isFlipped: true },
  LessEqual: { relation: 'not_negative', isFlipped: true },
}

/** A chain says the same of each two neighbours. */
function relationsOf(operator: string, operands: readonly MathJson[]): Expression | null {
  const found = relations[operator]
  if (found === undefined || operands.length < 2 || !operands.every(isScalar)) return null
  const items = operands.slice(1).map((right, index): Expression => {
    const left = operands[index] ?? right
    return { kind: 'relation', relation: found.relation, difference: found.isFlipped ? ['Subtract', right, left] : ['Subtract', left, right] }
  })
  const [only, ...more] = items
  return only !== undefined && more.length === 0 ? only : { kind: 'and', items }
}
