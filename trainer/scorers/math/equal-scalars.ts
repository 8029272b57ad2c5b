import { randomStream } from '../../random/random-stream.ts'
import type { RandomStream } from '../../random/random-stream.ts'
import type { Engine } from './engine.ts'
import { magnitudeOf } from './magnitude.ts'
import { isOperation, mapLeaves, operandsOf } from './math-json.ts'
import type { MathJson } from './math-json.ts'
import { integerOperators } from './operators.ts'
import { decimalOf, isSameRational, rationalOf } from './rational.ts'
import { variablesOf } from './read-expression.ts'

/** Points at which expressions with variables are compared. */
const points = 8
/** Digits beyond those that are written. */
const spareDigits = 60

/** Of what is smaller than half as many digits say, nobody knows whether it is 0. */
const deepDigits = 1_000

/** Whether two trees have the same value, whatever values their variables have. */
export function equalScalars(engine: Engine, left: MathJson, right: MathJson): boolean {
  if (JSON.stringify(left) === JSON.stringify(right)) return true
  const variables = variablesOfBoth(left, right)
  if (variables.length === 0) return equalNumbers(engine, left, right)
  const compared = assignments(variables, left, right).map((assignment) => compareAt(engine, valueAt(left, assignment), valueAt(right, assignment)))
  const isRight = (place: PointComparison['place']): boolean | null => {
    const there = compared.filter((point) => point.place === place)
    return there.length === 0 ? null : there.every(({ isEqual }) => isEqual)
  }
  // Where neither side is real, roots and powers follow conventions: that decides only where nothing is real.
  return isRight('one_sided') === null && (isRight('real') ?? isRight('complex') ?? false)
}

/** How two values at one point compare, and where they lie: both real, neither real, both without a value, or unlike. */
interface PointComparison {
  readonly place: 'real' | 'complex' | 'none' | 'one_sided'
  readonly isEqual: boolean
}

function compareAt(engine: Engine, left: MathJson, right: MathJson): PointComparison {
  const [place, other] = [placeOf(engine, left), placeOf(engine, right)]
  if (place !== other) return { place: 'one_sided', isEqual: false }
  return { place, isEqual: place !== 'none' && equalNumbers(engine, left, right) }
}

function placeOf(engine: Engine, tree: MathJson): 'real' | 'complex' | 'none' {
  const value = approximate(engine, tree, spareDigits)
  if (value === null || magnitudeOf(value) === null) return 'none'
  return isOperation(value) && value[0] === 'Complex' ? 'complex' : 'real'
}

/** Whether one tree is the other times a number, a positive one where that is asked for. */
export function proportional(engine: Engine, left: MathJson, right: MathJson, isPositive: boolean): boolean {
  const variables = variablesOfBoth(left, right)
  const ratio = (assignment: Assignment): MathJson => ['Divide', valueAt(left, assignment), valueAt(right, assignment)]
  const ratios = assignments(variables, left, right).map(ratio).filter((tree) => isFinite(engine, tree))
  const [first, ...others] = ratios
  if (first === undefined || equalNumbers(engine, first, 0)) return false
  if (isPositive && !equalNumbers(engine, first, ['Abs', first])) return false
  return others.every((other) => equalNumbers(engine, first, other))
}

const variablesOfBoth = (left: MathJson, right: MathJson): readonly string[] => [...new Set([...variablesOf(left), ...variablesOf(right)])].sort()

type Assignment = ReadonlyMap<string, MathJson>

const valueAt = (tree: MathJson, assignment: Assignment): MathJson =>
  mapLeaves(tree, (leaf) => (typeof leaf === 'string' ? (assignment.get(leaf) ?? leaf) : leaf))

/**
 * Points that depend on both trees: equal comparisons try equal points, and nobody who writes an answer knows them without
 * knowing what it is compared with. Variables are real numbers of either sign.
 */
function assignments(variables: readonly string[], left: MathJson, right: MathJson): readonly Assignment[] {
  const isWhole = [left, right].some(speaksOfIntegers)
  const random = randomStream(0, 'points', JSON.stringify([left, right]))
  return Array.from({ length: points }, () => new Map(variables.map((variable) => [variable, isWhole ? 2 + random.integer(9) : fraction(random)])))
}

const fraction = (random: RandomStream): MathJson => ['Rational', (random.integer(2) === 0 ? 1 : -1) * (1 + random.integer(9_973)), 997 + random.integer(3_000)]

const speaksOfIntegers = (tree: MathJson): boolean =>
  isOperation(tree) && (integerOperators.has(tree[0]) || operandsOf(tree).some(speaksOfIntegers))

const isFinite = (engine: Engine, tree: MathJson): boolean => {
  const value = approximate(engine, tree, spareDigits)
  return value !== null && magnitudeOf(value) !== null
}

/**
 * Whether two trees without variables are the same number: exactly where both are fractions, else by their digits, at more than
 * were written and then at far more. What is 0 shrinks with every digit; what is not stays what it is.
 */
export function equalNumbers(engine: Engine, left: MathJson, right: MathJson): boolean {
  const [exact, otherExact] = [rationalOf(left), rationalOf(right)]
  if (exact !== null && otherExact !== null) return isSameRational(exact, otherExact)
  const [infinity, otherInfinity] = [infinityOf(engine, left), infinityOf(engine, right)]
  if (infinity !== null || otherInfinity !== null) return infinity === otherInfinity
  const digits = spareDigits + longestNumber([left, right])
  return [digits, deepDigits + 3 * digits].every((precision) => isSmall(engine, { left, right, difference: ['Subtract', left, right] }, precision))
}

/** In digits: a decimal that is written so long may agree with a root to its last digit. */
const longestNumber = (trees: readonly MathJson[]): number =>
  Math.max(0, ...(JSON.stringify(trees).match(/\d+/g) ?? []).map((digits) => digits.length))

function isSmall(engine: Engine, trees: Readonly<Record<'left' | 'right' | 'difference', MathJson>>, digits: number): boolean {
  const [left, right, difference] = [trees.left, trees.right, trees.difference].map((tree) => magnitudeOf(approximate(engine, tree, digits) ?? 'none'))
  if (left === undefined || right === undefined || difference === undefined) return false
  if (left === null || right === null || difference === null) return false
  return difference <= Math.max(left, right, -digits / 2) - digits / 2
}

function infinityOf(engine: Engine, tree: MathJson): string | null {
  const value = approximate(engine, tree, spareDigits)
  if (typeof value === 'string' && value.endsWith('Infinity')) return value
  return value !== null && typeof value === 'object' && 'num' in value && /infinity/i.test(value.num) ? value.num : null
}

/** The value to so many digits. Fractions go in as decimals, but not as exponents, where they are roots. */
const approximate = (engine: Engine, tree: MathJson, digits: number): MathJson | null =>
  engine.approximate(withValuedTerms(engine, withDecimals(tree, digits), digits), digits)

/** With the value of each term of a sum in its place: the library adds a term that comes to 0, as sin π, at the digits of a double. */
function withValuedTerms(engine: Engine, tree: MathJson, digits: number): MathJson {
  if (!isOperation(tree)) return tree
  const operands = operandsOf(tree).map((operand) => withValuedTerms(engine, operand, digits))
  if (tree[0] !== 'Add' && tree[0] !== 'Subtract') return [tree[0], ...operands]
  return [tree[0], ...operands.map((operand) => realValue(engine, operand, digits) ?? operand)]
}

function realValue(engine: Engine, tree: MathJson, digits: number): MathJson | null {
  const value = isOperation(tree) ? engine.approximate(tree, digits) : null
  return value === null || isOperation(value) ? null : value
}

function withDecimals(tree: MathJson, digits: number): MathJson {
  const exact = rationalOf(tree)
  if (exact !== null) return exact.over % exact.under === 0n ? { num: String(exact.over / exact.under) } : { num: decimalOf(exact, 2 * digits) }
  if (!isOperation(tree)) return tree
  const isRoot = tree[0] === 'Power' || tree[0] === 'Root'
  return [tree[0], ...operandsOf(tree).map((operand, index) => (isRoot && index === 1 && rationalOf(operand) !== null ? operand : withDecimals(operand, digits)))]
}
