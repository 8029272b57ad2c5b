/** An expression as data, as the library writes it: a number, a symbol or a text, or an operator with its operands. */
export type MathJson = number | string | { readonly num: string } | readonly [string, ...MathJson[]]

/** What a library gives, as far as it is of the form that is looked at here; `null` for anything else. */
export function asMathJson(given: unknown): MathJson | null {
  if (typeof given === 'number' || typeof given === 'string') return given
  if (typeof given !== 'object' || given === null) return null
  if ('num' in given) return typeof given.num === 'string' ? { num: given.num } : null
  if (!Array.isArray(given)) return null
  const [operator, ...operands] = given as readonly unknown[]
  const read = operands.map(asMathJson)
  return typeof operator === 'string' && read.every((operand) => operand !== null) ? [operator, ...read] : null
}

export const isOperation = (tree: MathJson): tree is readonly [string, ...MathJson[]] => Array.isArray(tree)

/** Texts are in quotes where symbols are not. */
export const isText = (tree: MathJson): tree is string => typeof tree === 'string' && tree.startsWith("'")

export function operandsOf(tree: MathJson): readonly MathJson[] {
  return isOperation(tree) ? (tree.slice(1) as readonly MathJson[]) : []
}

/** The tree with something else in the place of each leaf. */
export function mapLeaves(tree: MathJson, replace: (leaf: Exclude<MathJson, readonly unknown[]>) => MathJson): MathJson {
  if (!isOperation(tree)) return replace(tree as Exclude<MathJson, readonly unknown[]>)
  return [tree[0], ...operandsOf(tree).map((operand) => mapLeaves(operand, replace))]
}

/** Decimals as fractions: what is written is what is meant, so 0.333 is 333/1000 and nothing near it. */
export const withExactNumbers = (tree: MathJson): MathJson =>
  mapLeaves(tree, (leaf) => {
    if (typeof leaf === 'string') return leaf
    return fractionOf(typeof leaf === 'number' ? String(leaf) : leaf.num) ?? leaf
  })

/** The longest fraction that a decimal is turned into, in zeros of its denominator. */
const longestFraction = 2_000

function fractionOf(text: string): MathJson | null {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (parts === null) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const zeros = fraction.length - Number(exponent)
  if (zeros <= 0 || zeros > longestFraction) return null
  return ['Rational', { num: `${sign}${whole}${fraction}` }, { num: `1${'0'.repeat(zeros)}` }]
}
