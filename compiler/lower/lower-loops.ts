import type { ForStatement, RepeatStatement, Statement } from '../../grammar/index.ts'
import type { Block, Carried } from '../graph/index.ts'
import { boundNames } from '../check/flow/bound-names.ts'
import { lowerBlock } from './lower-block.ts'
import { lowerExpression, valueNamed } from './lower-expression.ts'
import { lowerStatements } from './lower-statements.ts'
import { emit, freshValue, valueOf } from './lowering.ts'
import type { Context, Meaning } from './lowering.ts'
import { childPath, insideLoop } from './path.ts'
import type { Path } from './path.ts'
import { nodeBase } from './place.ts'
import { loopBound, staticInteger } from './static-integers.ts'

interface Loop {
  readonly carried: readonly Carried[]
  readonly body: Block
  readonly results: readonly string[]
}

export function lowerRepeat(context: Context, statement: RepeatStatement): void {
  const path = context.lowering.claims.claim(childPath(context.path, 'repeat'))
  const maximum = staticInteger(context, statement.maximum)
  const range = { start: statement.range.start, end: statement.maximum.range.end }
  const loop = lowerLoop(context, path, statement.body.statements, new Map())
  emit(context, { kind: 'repeat', ...nodeBase(context, path, range), maximum, ...loop })
}

export function lowerFor(context: Context, statement: ForStatement): void {
  const path = context.lowering.claims.claim(childPath(context.path, 'for'))
  const list = lowerExpression(context, statement.list, { path, whole: false })
  const maximum = loopBound(context, statement)
  const item = freshValue(context.lowering, statement.item.text)
  const index = statement.index === null ? null : freshValue(context.lowering, statement.index.text)
  const own = new Map<string, Meaning>([[statement.item.text, { kind: 'value', pure: valueOf(item) }]])
  if (statement.index !== null && index !== null) own.set(statement.index.text, { kind: 'value', pure: valueOf(index) })
  const range = { start: statement.range.start, end: statement.list.range.end }
  const loop = lowerLoop(context, path, statement.body.statements, own)
  emit(context, { kind: 'for', ...nodeBase(context, path, range), list, maximum, item, index, ...loop })
}

/** Lowers a body that carries every outer name it binds. */
function lowerLoop(context: Context, path: Path, statements: readonly Statement[], own: ReadonlyMap<string, Meaning>): Loop {
  const { lowering } = context
  const names = [...boundNames(statements)].filter((name) => context.names.get(name)?.kind === 'value' && !own.has(name))
  const carried = names.map((name) => ({ value: freshValue(lowering, name), initial: valueNamed(context, name) }))
  const inside = new Map<string, Meaning>(own)
  names.forEach((name, position) => {
    const value = carried[position]?.value
    if (value !== undefined) inside.set(name, { kind: 'value', pure: valueOf(value) })
  })
  const body = lowerBlock(
    context,
    insideLoop(path),
    (inner) => {
      lowerStatements(inner, statements)
      return names.map((name) => valueNamed(inner, name))
    },
    { names: inside, carried: names },
  )
  const results = names.map((name) => {
    const result = freshValue(lowering, name)
    context.names.set(name, { kind: 'value', pure: valueOf(result) })
    return result
  })
  return { carried, body, results }
}
