import type { PureTextPart, Value } from '../../compiler/index.ts'
import { evaluate, maximumNesting } from './evaluate.ts'
import { expectList } from './expect-value.ts'
import { Failure } from './failure.ts'
import { renderText } from './render-text.ts'
import { Scope } from './scope.ts'
import { textTooLong } from './size-limits.ts'

/** Evaluates a template to its text. */
export function evaluateText(parts: readonly PureTextPart[], scope: Scope, depth: number): string | Failure {
  if (depth > maximumNesting) return new Failure('nested_too_deeply', `The text nests more than ${maximumNesting} levels.`)
  let text = ''
  for (const part of parts) {
    const piece = evaluatePart(part, scope, depth)
    if (piece instanceof Failure) return piece
    const tooLong = textTooLong(text.length + piece.length)
    if (tooLong !== null) return tooLong
    text += piece
  }
  return text
}

function evaluatePart(part: PureTextPart, scope: Scope, depth: number): string | Failure {
  switch (part.kind) {
    case 'chunk':
      return part.value
    case 'insert': {
      const value = evaluate(part.value, scope, depth)
      return value instanceof Failure ? value : renderText(value)
    }
    case 'if': {
      const condition = evaluate(part.condition, scope, depth)
      if (condition instanceof Failure) return condition
      return evaluateText(holds(condition) ? part.then : part.else, scope, depth + 1)
    }
    case 'each':
      return evaluateEach(part, scope, depth)
  }
}

/** A bool holds when it is true, an optional of another type when it is there. */
const holds = (condition: Value): boolean => condition !== null && condition !== false

function evaluateEach(part: Extract<PureTextPart, { kind: 'each' }>, scope: Scope, depth: number): string | Failure {
  const list = evaluate(part.list, scope, depth)
  if (list instanceof Failure) return list
  let text = ''
  for (const item of expectList(list)) {
    const inner = new Scope(scope)
    inner.set(part.item, item)
    const piece = evaluateText(part.body, inner, depth + 1)
    if (piece instanceof Failure) return piece
    const tooLong = textTooLong(text.length + piece.length)
    if (tooLong !== null) return tooLong
    text += piece
  }
  return text
}
