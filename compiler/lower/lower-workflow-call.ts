import type { CallExpression } from '../../grammar/index.ts'
import type { AgentSymbol, WorkflowSymbol } from '../check/checked-program.ts'
import type { Pure } from '../graph/index.ts'
import type { Size } from '../types/size.ts'
import { budgetScope } from './budget-scope.ts'
import { keep } from './lower-expression.ts'
import { lowerStatements } from './lower-statements.ts'
import { hasGivenUp } from './lowering.ts'
import type { Context, FixedMeaning, Frame, Meaning } from './lowering.ts'
import { sizeValue } from './static-integers.ts'
import { childPath } from './path.ts'
import { callPath } from './target.ts'
import type { Target } from './target.ts'

export type Argument =
  | { readonly kind: 'value'; readonly pure: Pure }
  | { readonly kind: 'static'; readonly size: Size }
  | { readonly kind: 'agent'; readonly agent: AgentSymbol | WorkflowSymbol }

/** Calling a workflow inlines it: its statements stand under the call's path, in the caller's block. */
export function lowerWorkflowCall(
  context: Context,
  call: CallExpression,
  workflow: WorkflowSymbol,
  inputs: readonly Argument[],
  target: Target,
  callee: string,
): Pure {
  const { lowering, frame } = context
  const nothing: Pure = { kind: 'constant', value: null }
  const module = lowering.program.modules.get(workflow.module)
  if (module === undefined) throw new Error('a checked workflow has a module')
  const path = callPath(context, target, callee)
  const names = new Map<string, Meaning>()
  workflow.parameters.forEach((parameter, position) => {
    const input = inputs[position]
    if (input !== undefined) names.set(parameter.name, meaningOf(context, input, path, call, parameter.name))
  })
  const key = inliningKey(workflow, names)
  const stack = [...frame.stack, { key, workflow }]
  if (frame.stack.some((entry) => entry.key === key)) {
    lowering.problems.push({ kind: 'recursion', chain: stack.map((entry) => entry.workflow), module: frame.module.path, at: call.range })
  }
  if (hasGivenUp(lowering)) return nothing
  const given = fixedMeanings(names)
  if (given.size > 0 && workflow.declaration.budget !== null) lowering.inlinedGenerics.push({ workflow, given })
  const scope = budgetScope(workflow, path.name)
  const inner: Frame = { module, stack, budgets: scope === null ? frame.budgets : [...frame.budgets, lowering.budgets.push(scope) - 1] }
  const returned = lowerStatements({ ...context, frame: inner, names, path, carried: null }, workflow.declaration.body.statements)
  return returned ?? nothing
}

function meaningOf(context: Context, input: Argument, path: Context['path'], call: CallExpression, name: string): Meaning {
  switch (input.kind) {
    case 'value':
      return { kind: 'value', pure: keep(context, input.pure, () => context.lowering.claims.claim(childPath(path, name)), call.range, name) }
    case 'static':
      return { kind: 'static', value: sizeValue(context, input.size) }
    case 'agent':
      return input
  }
}

function fixedMeanings(names: ReadonlyMap<string, Meaning>): ReadonlyMap<string, FixedMeaning> {
  const fixed = new Map<string, FixedMeaning>()
  for (const [name, meaning] of names) if (meaning.kind !== 'value') fixed.set(name, meaning)
  return fixed
}

/** Equal for calls that would inline the same statements again: such a call on the stack never ends. */
export function inliningKey(workflow: WorkflowSymbol, names: ReadonlyMap<string, Meaning>): string {
  const parts = [`${workflow.module}#${workflow.name}`]
  for (const [name, meaning] of names) {
    if (meaning.kind === 'static') parts.push(`${name}=${meaning.value}`)
    if (meaning.kind === 'agent') parts.push(`${name}=${meaning.agent.module}#${meaning.agent.name}`)
  }
  return parts.join(' ')
}
