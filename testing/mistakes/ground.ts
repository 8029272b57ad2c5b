import { expressionsUnder, statementsIn } from '../../compiler/check/index.ts'
import { parse } from '../../grammar/index.ts'
import type {
  AgentDeclaration, CallExpression, Expression, Parameter, Range, SourceFile, Statement, WorkflowDeclaration,
} from '../../grammar/index.ts'
import type { TestProgram } from '../test-program.ts'

/** A program that compiles, read, in which a mistake is to be planted. */
export interface Ground {
  readonly text: string
  readonly file: SourceFile
  /** The workflow that was written into it. */
  readonly workflow: WorkflowDeclaration
  /** Every expression of the workflow, an outer one before those in it. */
  readonly expressions: readonly Expression[]
}

export function groundOf({ text, workflow: name }: Pick<TestProgram, 'text' | 'workflow'>): Ground {
  const { file } = parse(text)
  const workflow = file.declarations.find((declaration) => declaration.kind === 'workflow' && declaration.name.text === name)
  if (workflow?.kind !== 'workflow') throw new Error(`there is no workflow ${name} in ${text}`)
  return { text, file, workflow, expressions: [...expressionsUnder(workflow.body.statements)] }
}

/** Every statement of the workflow, at any depth. */
export const statementsOf = ({ workflow, expressions }: Ground): readonly Statement[] => [
  ...statementsIn(workflow.body.statements),
  ...expressions.flatMap((one) => (one.kind === 'each' ? [...statementsIn(one.body)] : [])),
]

export const isInside = ({ range }: { readonly range: Range }, outer: Range): boolean =>
  range.start >= outer.start && range.end <= outer.end

/** Expressions outside of comparisons with `none`: a mistake in one of those also takes a narrower type away. */
export function calmExpressions({ expressions }: Ground): readonly Expression[] {
  const telling = expressions.filter(
    (one) => one.kind === 'binary' && ['==', '!='].includes(one.operator) && (one.left.kind === 'none' || one.right.kind === 'none'),
  )
  return expressions.filter((one) => !telling.some((other) => isInside(one, other.range)))
}

/** A call of an agent that the file declares with parameters of its own. */
export interface AgentCall {
  readonly call: CallExpression
  readonly name: string
  readonly parameters: readonly Parameter[]
}

export const agentCalls = (ground: Ground): readonly AgentCall[] =>
  calmExpressions(ground).flatMap((call) => {
    if (call.kind !== 'call' || call.callee.kind !== 'name_expression') return []
    const { name } = call.callee
    const agent = agentsOf(ground).find((declaration) => declaration.name.text === name)
    return agent?.signature.kind === 'signature' ? [{ call, name, parameters: agent.signature.parameters }] : []
  })

export const agentsOf = ({ file }: Ground): readonly AgentDeclaration[] =>
  file.declarations.filter((declaration) => declaration.kind === 'agent')
