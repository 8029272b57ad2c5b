import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomStream } from '../../trainer/random/random-stream.ts'
import { depthFamily, evaluate, expressionInput, intermediates, reduceOnce } from '../../trainer/tasks/index.ts'
import type { Arithmetic } from '../../trainer/tasks/index.ts'
import './property-runs.ts'

const arithmetic = fc.oneof(
  fc.integer({ min: 10, max: 30 }).map((modulo): Arithmetic => ({ modulo })),
  fc.integer({ min: 30, max: 99 }).map((range): Arithmetic => ({ range })),
)

const generated = fc
  .record({ arithmetic, parentheses: fc.boolean(), difficulty: fc.integer({ min: 1, max: 5 }), seed: fc.nat() })
  .map(({ difficulty, seed, ...parameters }) => {
    const task = depthFamily(parameters).generate(randomStream(seed), difficulty)
    return { text: String(task.input[expressionInput]), expected: task.expected, difficulty, ...parameters }
  })

test('carrying out one operation after another reaches the value, in as many steps as there are operators', () => {
  fc.assert(
    fc.property(generated, ({ text, expected, difficulty, arithmetic }) => {
      const steps = intermediates(text, arithmetic)
      expect(steps).toHaveLength(difficulty)
      expect(steps.at(-1)).toBe(expected)
      expect(String(evaluate(text, arithmetic))).toBe(expected)
      for (const step of steps) expect(String(evaluate(step, arithmetic))).toBe(expected)
    }),
  )
})

test('without a modulus the value is the exact one, and every number on the way lies in the range', () => {
  fc.assert(
    fc.property(generated, ({ text, expected, arithmetic }) => {
      fc.pre('range' in arithmetic)
      expect(String(exactValue(text))).toBe(expected)
      if (!('range' in arithmetic)) return
      for (const step of [text, ...intermediates(text, arithmetic)]) {
        for (const number of step.match(/\d+/g) ?? []) expect(Number(number)).toBeLessThanOrEqual(arithmetic.range)
      }
    }),
  )
})

test('only pairs of parentheses that change something are written', () => {
  fc.assert(
    fc.property(generated, ({ text, parentheses }) => {
      if (!parentheses) expect(text).not.toContain('(')
      for (const [start, end] of pairsOf(text)) {
        const without = text.slice(0, start) + text.slice(start + 1, end) + text.slice(end + 1)
        expect(treeOf(without)).not.toBe(treeOf(text))
      }
    }),
  )
})

test('a single number stays as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (value) => reduceOnce(String(value), { modulo: 10 }) === String(value)),
  )
})

/** Reads with a stack of operators (Dijkstra's shunting yard), into whatever `number` and `join` make. */
function read<Result>(
  text: string,
  number: (digits: string) => Result,
  join: (left: Result, symbol: string, right: Result) => Result,
): Result {
  const values: Result[] = []
  const waiting: string[] = []
  const binding = (symbol: string | undefined) => (symbol === '*' ? 2 : symbol === '+' || symbol === '-' ? 1 : 0)
  const apply = () => {
    const [right, left, symbol] = [values.pop(), values.pop(), waiting.pop()]
    if (right === undefined || left === undefined || symbol === undefined) throw new Error(`unbalanced: ${text}`)
    values.push(join(left, symbol, right))
  }
  for (const part of text.match(/\d+|[-+*()]/g) ?? []) {
    if (/\d/.test(part)) values.push(number(part))
    else if (part === '(') waiting.push(part)
    else {
      while (binding(waiting.at(-1)) >= Math.max(1, binding(part))) apply()
      if (part === ')') waiting.pop()
      else waiting.push(part)
    }
  }
  while (waiting.length > 0) apply()
  const [value] = values
  if (value === undefined) throw new Error(`empty: ${text}`)
  return value
}

const exactValue = (text: string) =>
  read(text, Number, (left, symbol, right) => (symbol === '*' ? left * right : symbol === '+' ? left + right : left - right))

/** Every operation in parentheses: equal texts are equal trees. */
const treeOf = (text: string) =>
  read(
    text,
    (digits) => digits,
    (left, symbol, right) => `(${left}${symbol}${right})`,
  )

function pairsOf(text: string): readonly (readonly [number, number])[] {
  const open: number[] = []
  const pairs: (readonly [number, number])[] = []
  ;[...text].forEach((character, position) => {
    if (character === '(') open.push(position)
    if (character === ')') pairs.push([open.pop() ?? 0, position])
  })
  return pairs
}
