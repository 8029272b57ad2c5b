/**
 * A static list bound: a number, a `static` parameter's name, or a sum, product or minimum of bounds.
 * Values are kept in normal form (see `sizeSum`, `sizeProduct`, `sizeMinimum`), so equal sizes have equal `sizeKey`s.
 *
 * @discriminator kind
 */
export type Size =
  | {
      readonly kind: 'number'
      /**
       * @asType integer
       * @minimum 0
       * @maximum 9007199254740991
       */
      readonly value: number
    }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sum' | 'product' | 'minimum'; readonly terms: readonly Size[] }

export const sizeNumber = (value: number): Size => ({ kind: 'number', value })

export const sizeSymbol = (name: string): Size => ({ kind: 'symbol', name })

/** A text that is equal for equal sizes; also how a size is shown to a person. */
export function sizeKey(size: Size): string {
  switch (size.kind) {
    case 'number':
      return String(size.value)
    case 'symbol':
      return size.name
    case 'sum':
      return size.terms.map(sizeKey).join('+')
    case 'product':
      return size.terms.map((term) => (term.kind === 'sum' ? `(${sizeKey(term)})` : sizeKey(term))).join('*')
    case 'minimum':
      return `min(${size.terms.map(sizeKey).join(', ')})`
  }
}

const flat = (kind: 'sum' | 'product' | 'minimum', terms: readonly Size[]): readonly Size[] =>
  terms.flatMap((term) => (term.kind === kind ? term.terms : [term]))

function combine(
  kind: 'sum' | 'product' | 'minimum',
  terms: readonly Size[],
  fold: (left: number, right: number) => number,
  neutral: number,
): Size {
  const all = flat(kind, terms)
  const numbers = all.flatMap((term) => (term.kind === 'number' ? [term.value] : []))
  const constant = numbers.reduce((left, right) => fold(left, right), neutral)
  const symbolic = all.filter((term) => term.kind !== 'number').sort((a, b) => (sizeKey(a) < sizeKey(b) ? -1 : 1))
  if (symbolic.length === 0) return sizeNumber(constant)
  if (kind === 'product' && constant === 0) return sizeNumber(0)
  const rest = constant === neutral ? symbolic : [...symbolic, sizeNumber(constant)]
  const [first] = rest
  return rest.length === 1 && first !== undefined ? first : { kind, terms: rest }
}

export const sizeSum = (...terms: readonly Size[]): Size => combine('sum', terms, (a, b) => a + b, 0)

export const sizeProduct = (...terms: readonly Size[]): Size => combine('product', terms, (a, b) => a * b, 1)

export const sizeMinimum = (...terms: readonly Size[]): Size => {
  const distinct = [...new Map(flat('minimum', terms).map((term) => [sizeKey(term), term])).values()]
  return combine('minimum', distinct, Math.min, Number.POSITIVE_INFINITY)
}

/** Replaces symbols by their sizes; a symbol that the map lacks stays. */
export function substituteSize(size: Size, symbols: ReadonlyMap<string, Size>): Size {
  switch (size.kind) {
    case 'number':
      return size
    case 'symbol':
      return symbols.get(size.name) ?? size
    case 'sum':
      return sizeSum(...size.terms.map((term) => substituteSize(term, symbols)))
    case 'product':
      return sizeProduct(...size.terms.map((term) => substituteSize(term, symbols)))
    case 'minimum':
      return sizeMinimum(...size.terms.map((term) => substituteSize(term, symbols)))
  }
}
