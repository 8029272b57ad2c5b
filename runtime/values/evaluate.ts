import type { Pure, Value } from '../../compiler/index.ts'
import { callBuiltin } from '../builtins/call-builtin.ts'
import { evaluateText } from './evaluate-text.ts'
import { expectBoolean, expectList, expectNumber, expectRecord } from './expect-value.ts'
import { Failure } from './failure.ts'
import { operate } from './operate.ts'
import { fieldOf, recordOf } from './record.ts'
import type { Scope } from './scope.ts'

/** Nesting beyond this is a failure, so that no program overflows the stack. Chains (`a + b + …`, `a.b.c`) do not nest. */
export const maximumNesting = 500

/**
 * Evaluates an expression without calls. A failure is a value: division by zero, an index out of range, a builtin on
 * an empty list, a number that is not finite, nesting beyond `maximumNesting`.
 */
export function evaluate(pure: Pure, scope: Scope, depth = 0): Value | Failure {
  if (depth > maximumNesting) return new Failure('nested_too_deeply', `The expression nests more than ${maximumNesting} levels.`)
  const chain: Pure[] = []
  let start = pure
  for (let next = firstOperand(start); next !== null; next = firstOperand(start)) {
    chain.push(start)
    start = next
  }
  let value = evaluateStart(start, scope, depth)
  for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
    if (value instanceof Failure) return value
    value = continueWith(link, value, scope, depth)
  }
  return value
}

/** Evaluates in order; the first failure ends it. */
export function evaluateAll(pures: readonly Pure[], scope: Scope, depth = 0): readonly Value[] | Failure {
  const values = new Array<Value>(pures.length)
  let next = 0
  for (const pure of pures) {
    const value = evaluate(pure, scope, depth)
    if (value instanceof Failure) return value
    values[next++] = value
  }
  return values
}

/** The operand that is evaluated first; following it in a loop keeps long chains off the stack. */
function firstOperand(pure: Pure): Pure | null {
  switch (pure.kind) {
    case 'field':
    case 'index':
      return pure.of
    case 'not':
    case 'negate':
      return pure.operand
    case 'binary':
    case 'and':
    case 'or':
    case 'default':
      return pure.left
    case 'record':
      return pure.spread
    default:
      return null
  }
}

function evaluateStart(pure: Pure, scope: Scope, depth: number): Value | Failure {
  switch (pure.kind) {
    case 'constant':
      return pure.value
    case 'value':
      return scope.get(pure.id)
    case 'list':
      return evaluateAll(pure.items, scope, depth + 1)
    case 'record':
      return evaluateFields(pure, null, scope, depth)
    case 'builtin': {
      const inputs = evaluateAll(pure.arguments, scope, depth + 1)
      return inputs instanceof Failure ? inputs : callBuiltin(pure.name, inputs, pure.selector)
    }
    case 'text':
      return evaluateText(pure.parts, scope, depth + 1)
    default:
      throw new Error(`${pure.kind} starts with its first operand`)
  }
}

/** Finishes an expression whose first operand has a value. */
function continueWith(pure: Pure, first: Value, scope: Scope, depth: number): Value | Failure {
  switch (pure.kind) {
    case 'field':
      return fieldOf(first, pure.name)
    case 'index': {
      const index = evaluate(pure.index, scope, depth + 1)
      return index instanceof Failure ? index : elementAt(expectList(first), expectNumber(index))
    }
    case 'not':
      return !expectBoolean(first)
    case 'negate':
      return 0 - expectNumber(first)
    case 'and':
      return expectBoolean(first) ? evaluate(pure.right, scope, depth + 1) : false
    case 'or':
      return expectBoolean(first) ? true : evaluate(pure.right, scope, depth + 1)
    case 'default':
      return first === null ? evaluate(pure.right, scope, depth + 1) : first
    case 'binary': {
      const right = evaluate(pure.right, scope, depth + 1)
      return right instanceof Failure ? right : operate(pure.operator, first, right)
    }
    case 'record':
      return evaluateFields(pure, first, scope, depth)
    default:
      throw new Error(`${pure.kind} has no first operand`)
  }
}

function evaluateFields(pure: Extract<Pure, { kind: 'record' }>, spread: Value, scope: Scope, depth: number): Value | Failure {
  const values = evaluateAll(
    pure.fields.map((field) => field.value),
    scope,
    depth + 1,
  )
  if (values instanceof Failure) return values
  const own = pure.fields.map((field, position) => [field.name, values[position] ?? null] as const)
  return recordOf(spread === null ? own : [...Object.entries(expectRecord(spread)), ...own])
}

/** The element at an index from 0, or the failure that names the range. */
export function elementAt(list: readonly Value[], index: number): Value | Failure {
  const element = list[index]
  if (element !== undefined) return element
  const range = list.length === 0 ? 'the list is empty' : `the list has the indices 0 to ${list.length - 1}`
  return new Failure('index_out_of_range', `There is no element ${index}: ${range}.`)
}
