import type { MatchStatement, Statement } from '../../../grammar/index.ts'
import type { EnumType } from '../../types/index.ts'
import { enumsOf } from '../expressions/member-form.ts'
import { expressionGoal } from '../expressions/expression-goal.ts'
import { plainShape } from '../expressions/expression-shape.ts'
import { conditionEndGoal } from '../goals/condition-goals.ts'
import { oneStatement } from '../machine/cost.ts'
import type { AskingGoal, Option } from '../machine/goal.ts'
import type { Piece, Writer } from '../machine/part.ts'
import { nameNode, nowhere } from '../nodes.ts'
import { expressionPiece, namePiece } from '../pieces.ts'
import { branchingGoal, readingSomething, returningBranches } from './branching.ts'
import { returns } from './if.ts'
import { subjects } from './loop-body.ts'
import { mayNest } from './statement-form.ts'
import type { StatementContext, StatementForm } from './statement-form.ts'

/** `match … { … }` over an enum whose arms all bind a name again, every member in its own arm. */
export const matchForm: StatementForm = {
  kind: 'match',
  options: (context) => {
    if (context.shape.after === 'copy' || !mayNest(context) || subjects(context, context.state).length === 0) return []
    return enumsOf(context.space).map((type): Option => ({
      label: `statement/match ${type.name}`,
      cost: oneStatement,
      reads: 0,
      goals: [branchingGoal(`match ${type.name}`, context, [subjectGoal(context, type), conditionEndGoal], type.members.length)],
      part: {
        kind: 'statement',
        last: false,
        write: (writer) => {
          writer.step()
          return writeMatch(writer, type)
        },
        read: (statement) => {
          const pieces = statement.kind === 'match' && !returns(statement) ? readMatch(statement, type) : null
          return pieces === null ? null : [namePiece(null), ...pieces]
        },
      },
    }))
  },
  labels: (space) => enumsOf(space).map(({ name }) => `statement/match ${name}`),
}

/** `match … { … }` at the end whose arms all return. */
export const matchReturnForm: StatementForm = {
  kind: 'match_return',
  options: (context) => {
    if (context.shape.ends !== 'return' || context.shape.after === 'copy' || !mayNest(context)) return []
    return enumsOf(context.space).map((type): Option => ({
      label: `statement/match ${type.name} return`,
      cost: oneStatement,
      reads: 0,
      goals: [subjectGoal(context, type), conditionEndGoal, ...returningBranches(context, type.members.length)],
      change: readingSomething,
      part: {
        kind: 'statement',
        last: true,
        write: (writer) => writeMatch(writer, type),
        read: (statement) => (statement.kind === 'match' && returns(statement) ? readMatch(statement, type) : null),
      },
    }))
  },
  labels: (space) => enumsOf(space).map(({ name }) => `statement/match ${name} return`),
}

function subjectGoal({ space, shape: { times, rounds } }: StatementContext, type: EnumType): AskingGoal {
  return expressionGoal(space, {
    ...plainShape(type, space.specification.limits.expressionDepth, times, rounds),
    except: ['member'],
  })
}

function writeMatch(writer: Writer, type: EnumType): Statement {
  const subject = writer.expression()
  const arms = type.members.map((member): MatchStatement['arms'][number] => ({
    kind: 'arm',
    member: nameNode(member),
    body: { kind: 'block', statements: writer.statements(), range: nowhere },
    range: nowhere,
  }))
  return { kind: 'match', subject, arms, range: nowhere }
}

function readMatch({ subject, arms }: MatchStatement, type: EnumType): readonly Piece[] | null {
  if (arms.length !== type.members.length) return null
  const bodies = type.members.map((member) => arms.find((arm) => arm.member?.text === member)?.body ?? null)
  if (bodies.some((body) => body === null)) return null
  return [
    expressionPiece(subject),
    ...bodies.map((body): Piece => ({ kind: 'statements', statements: body?.statements ?? [], result: null })),
  ]
}
