import type { CallExpression } from '../../grammar/index.ts'
import type { AgentSymbol, WorkflowSymbol } from '../check/checked-program.ts'
import type { Pure } from '../graph/index.ts'
import type { Size } from '../types/size.ts'
import { budgetScope } from './budget-scope.ts'
import { keep } from './lower-expression.ts'
import { lowerStatements } from './lower-statements.ts'
import { countOne, hasGivenUp, incomplete, nested } from './giving-up.ts'
import { nothing } from './lowering.ts'
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
  const module = lowering.program.modules.get(workflow.module)
  if (module === undefined) return incomplete(lowering)
  countOne(lowering, 'calls')
  const path = callPath(context, target, callee)
  const names = new Map<string, Meaning>()
  workflow.parameters.forEach((parameter, position) => {
    const input = inputs[position]
    if (input !== undefined) names.set(parameter.name, meaningOf(context, input, path, call, parameter.name))
  })
  const key = inliningKey(workflow, names)
  const place = { module: frame.module.path, at: call.range }
  const stack = [...frame.stack, { key, workflow, call: place }]
  const earlier = frame.stack.findIndex((entry) => entry.key === key)
  if (earlier >= 0) {
    const chain = stack.slice(earlier).map((entry) => entry.workflow)
    const [outermost = place, ...others] = stack.flatMap((entry) => (entry.call === null ? [] : [entry.call]))
    lowering.problems.push({ kind: 'recursion', chain, calls: [outermost, ...others] })
  }
  if (hasGivenUp(lowering)) return nothing
  const given = fixedMeanings(names)
  const isCompiledAlone = given.size === 0 && workflow.module === lowering.program.entry.path
  if (workflow.declaration.budget !== null && !isCompiledAlone) lowering.budgetedCalls.set(key, { workflow, given })
  const scope = budgetScope(workflow, path.name)
  const budgets = scope === null ? frame.budgets : [...frame.budgets, lowering.budgets.push(scope) - 1]
  const inner: Frame = { module, stack, budgets }
  const body: Context = { ...context, frame: inner, names, path, carried: null }
  return nested(lowering, () => lowerStatements(body, workflow.declaration.body.statements)) ?? nothing
}

function meaningOf(context: Context, input: Argument, path: Context['path'], call: CallExpression, name: string): Meaning {
  const claim = () => context.lowering.claims.claim(childPath(path, name))
  switch (input.kind) {
    case 'value':
      return { kind: 'value', pure: keep(context, input.pure, claim, call.range, name) }
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
  const parts: unknown[] = [workflow.module, workflow.name]
  for (const [name, meaning] of names) {
    if (meaning.kind === 'static') parts.push([name, meaning.value])
    if (meaning.kind === 'agent') parts.push([name, meaning.agent.module, meaning.agent.name])
  }
  return JSON.stringify(parts)
}
