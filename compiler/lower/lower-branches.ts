import type { IfStatement, MatchStatement, Range, Statement } from '../../grammar/index.ts'
import type { Block, Pure, ValueId } from '../graph/index.ts'
import { boundNames } from '../check/flow/bound-names.ts'
import { lowerBlock } from './lower-block.ts'
import { lowerExpression } from './lower-expression.ts'
import { lowerStatements } from './lower-statements.ts'
import { incomplete } from './giving-up.ts'
import { emit, freshValue, valueOf } from './lowering.ts'
import type { Context, Meaning } from './lowering.ts'
import { childPath } from './path.ts'
import type { Path } from './path.ts'
import { nodeBase } from './place.ts'

interface Branch {
  readonly segment: string
  readonly statements: readonly Statement[]
}

interface LoweredBranches {
  readonly blocks: readonly Block[]
  readonly results: readonly ValueId[]
  readonly returned: Pure | null
}

const emptyBlock: Block = { nodes: [], outputs: [] }

export function lowerIf(context: Context, statement: IfStatement): Pure | null {
  const path = context.lowering.claims.claim(childPath(context.path, 'if'))
  const condition = lowerExpression(context, statement.condition, { path, whole: false })
  const { blocks, results, returned } = lowerBranches(context, path, [
    { segment: 'then', statements: statement.then.statements },
    { segment: 'else', statements: statement.otherwise?.statements ?? [] },
  ])
  const [then = emptyBlock, otherwise = emptyBlock] = blocks
  emit(context, { kind: 'if', ...nodeBase(context, path, header(statement)), condition, then, else: otherwise, results })
  return returned
}

export function lowerMatch(context: Context, statement: MatchStatement): Pure | null {
  const path = context.lowering.claims.claim(childPath(context.path, 'match'))
  const subject = lowerExpression(context, statement.subject, { path, whole: false })
  const ordered = [...statement.arms.filter((arm) => arm.member !== null), ...statement.arms.filter((arm) => arm.member === null)]
  const { blocks, results, returned } = lowerBranches(
    context,
    path,
    ordered.map((arm) => ({ segment: arm.member?.text ?? 'else', statements: arm.body.statements })),
  )
  const arms = blocks.map((block, position) => ({ member: ordered[position]?.member?.text ?? null, block }))
  emit(context, { kind: 'match', ...nodeBase(context, path, header(statement)), subject, arms, results })
  return returned
}

/** Lowers every branch on its own and merges the names they bind, or what they return. */
function lowerBranches(context: Context, path: Path, branches: readonly Branch[]): LoweredBranches {
  const { lowering } = context
  const lowered = branches.map((branch) => {
    const ends = { names: new Map<string, Meaning>(), returned: null as Pure | null }
    const block = lowerBlock(context, childPath(path, branch.segment), (inner) => {
      ends.returned = lowerStatements(inner, branch.statements)
      ends.names = inner.names
      return []
    })
    return { nodes: block.nodes, ...ends }
  })
  const returns = lowered.map((branch) => branch.returned)
  if (returns.every((returned) => returned !== null)) {
    const result = freshValue(lowering, 'return')
    const blocks = lowered.map(({ nodes, returned }) => ({ nodes, outputs: returned === null ? [] : [returned] }))
    return { blocks, results: [result], returned: valueOf(result) }
  }
  const merged = mergedNames(
    context,
    branches,
    lowered.map((branch) => branch.names),
  )
  const blocks = lowered.map(({ nodes, names }) => ({ nodes, outputs: merged.map((name) => pureOf(context, names.get(name))) }))
  const results = merged.map((name) => {
    const result = freshValue(lowering, name)
    context.names.set(name, { kind: 'value', pure: valueOf(result) })
    return result
  })
  return { blocks, results, returned: null }
}

/** Names that some branch binds and that have a value at the end of every branch. */
function mergedNames(
  context: Context,
  branches: readonly Branch[],
  ends: readonly ReadonlyMap<string, Meaning>[],
): readonly string[] {
  const bound = boundNames(branches.flatMap((branch) => branch.statements))
  return [...bound].filter(
    (name) => ends.every((names) => names.get(name)?.kind === 'value') && context.names.get(name)?.kind !== 'agent',
  )
}

const pureOf = ({ lowering }: Context, meaning: Meaning | undefined): Pure =>
  meaning?.kind === 'value' ? meaning.pure : incomplete(lowering)

/** A region is shown at its head: its keyword and its condition. */
function header(statement: IfStatement | MatchStatement): Range {
  const condition = statement.kind === 'if' ? statement.condition : statement.subject
  return { start: statement.range.start, end: condition.range.end }
}
