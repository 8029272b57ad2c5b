import type { Argument, CallExpression, Expression } from '../../../grammar/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { didYouMean } from '../../diagnostics/nearest-name.ts'
import { misspeltName } from '../../fixes/misspelt-name.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkLoosely } from './check-loosely.ts'

/** A parameter as a call sees it; those of an agent type have no names. */
export interface BoundParameter {
  readonly name: string | null
  readonly optional: boolean
}

export interface Callee {
  readonly name: string
  /** How it is called: `Solver(problem, feedback?)`. */
  readonly usage: string
  readonly parameters: readonly BoundParameter[]
}

export interface BoundArguments {
  /** One for each parameter; `null` where it is left out. */
  readonly slots: readonly (Expression | null)[]
  /** Whether every argument found a parameter, and every parameter that needs one an argument. */
  readonly complete: boolean
}

/** Sets the arguments of a call against the parameters, and reports what is left over or missing. */
export function bindArguments(call: CallExpression, callee: Callee, environment: Environment, body: Body): BoundArguments {
  const { name: calleeName, usage, parameters } = callee
  const slots: (Expression | null)[] = parameters.map(() => null)
  const given = new Set<number>()
  let complete = true
  let named = false
  let surplus = false

  const leftOver = (argument: Argument): void => {
    complete = false
    checkLoosely(argument, environment, body)
  }

  call.arguments.forEach((argument, order) => {
    named ||= argument.name !== null
    if (named && argument.name === null) {
      body.report(callsMessages.positionalAfterNamed, {}, argument.range)
      surplus = true
      leftOver(argument)
      return
    }
    const position = argument.name === null ? order : parameters.findIndex((parameter) => parameter.name === argument.name?.text)
    if (argument.name !== null && position < 0) {
      reportUnknownName(argument.name, callee, body)
      surplus = true
      leftOver(argument)
    } else if (position >= parameters.length) {
      const most = parameters.length
      if (!surplus) body.report(callsMessages.tooManyArguments, { callee: calleeName, most, usage }, argument.range)
      surplus = true
      leftOver(argument)
    } else if (given.has(position)) {
      const name = argument.name?.text ?? ''
      body.report(callsMessages.argumentTwice, { callee: callee.name, name }, argument.name?.range ?? argument.range)
      leftOver(argument)
    } else {
      given.add(position)
      if (argument.value.kind === 'expression') slots[position] = argument.value.expression
      else complete = refuseSelector(argument, callee, body)
    }
  })

  const missing = parameters
    .filter((parameter, position) => !parameter.optional && !given.has(position))
    .map((parameter) => parameter.name)
  if (missing.length > 0) {
    complete = false
    if (!surplus) body.report(callsMessages.missingArguments, { callee: calleeName, missing, usage }, call.callee.range)
  }
  return { slots, complete }
}

function refuseSelector(argument: Argument, callee: Callee, body: Body): false {
  if (argument.value.kind !== 'selector') return false
  const hint = 'Only builtins take a field by its name, as in `vote(drafts, .answer)`.'
  body.report(callsMessages.selectorNotTaken, { callee: callee.name, field: argument.value.field.text, hint }, argument.range)
  return false
}

function reportUnknownName(name: { text: string; range: Argument['range'] }, callee: Callee, body: Body): void {
  const names = callee.parameters.flatMap((parameter) => parameter.name ?? [])
  const hint = didYouMean(name.text, names) ?? `It is called as \`${callee.usage}\`.`
  const fix = misspeltName(name.text, name.range, names)
  body.report(callsMessages.unknownArgument, { callee: callee.name, name: name.text, hint }, name.range, { fix })
}
