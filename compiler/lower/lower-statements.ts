import type { Statement } from '../../grammar/index.ts'
import type { Pure } from '../graph/index.ts'
import { lowerIf, lowerMatch } from './lower-branches.ts'
import { keep, lowerExpression, valueNamed } from './lower-expression.ts'
import { lowerFor, lowerRepeat } from './lower-loops.ts'
import { lowerText } from './lower-text.ts'
import { hasGivenUp } from './giving-up.ts'
import { emit } from './lowering.ts'
import type { Context } from './lowering.ts'
import { childPath } from './path.ts'
import { nodeBase } from './place.ts'

/** Lowers statements in order; the result is what they return, or `null` where they do not. */
export function lowerStatements(context: Context, statements: readonly Statement[]): Pure | null {
  for (const statement of statements) {
    if (hasGivenUp(context.lowering)) return null
    const returned = lowerStatement(context, statement)
    if (returned !== null) return returned
  }
  return null
}

function lowerStatement(context: Context, statement: Statement): Pure | null {
  const { claims } = context.lowering
  const claim = (segment: string) => claims.claim(childPath(context.path, segment))
  switch (statement.kind) {
    case 'binding': {
      const path = claim(statement.name.text)
      const value = lowerExpression(context, statement.value, { path, whole: true })
      const kept = keep(context, value, path, statement.value.range, statement.name.text)
      if (statement.name.text !== '_') context.names.set(statement.name.text, { kind: 'value', pure: kept })
      return null
    }
    case 'if':
      return lowerIf(context, statement)
    case 'match':
      return lowerMatch(context, statement)
    case 'repeat':
      lowerRepeat(context, statement)
      return null
    case 'for':
      lowerFor(context, statement)
      return null
    case 'stop': {
      const path = claim('stop')
      const condition = lowerExpression(context, statement.condition, { path, whole: false })
      const carried = (context.carried ?? []).map((name) => valueNamed(context, name))
      emit(context, { kind: 'stop', ...nodeBase(context, path, statement.range), condition, carried })
      return null
    }
    case 'assert': {
      const path = claim('assert')
      const condition = lowerExpression(context, statement.condition, { path, whole: false })
      const message = statement.message === null ? null : lowerText(context, statement.message)
      emit(context, { kind: 'assert', ...nodeBase(context, path, statement.range), condition, message })
      return null
    }
    case 'return': {
      const path = claim('return')
      const value = lowerExpression(context, statement.value, { path, whole: false })
      return keep(context, value, path, statement.value.range, 'return')
    }
    case 'bare_call':
      return null
  }
}
