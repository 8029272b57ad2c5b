import type { CallExpression, MemberExpression, NameExpression } from '../../../grammar/index.ts'
import { builtins } from '../../builtins/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { didYouMean } from '../../diagnostics/nearest-name.ts'
import { namesMessages } from '../../diagnostics/names-messages.ts'
import { foreignWord } from '../../fixes/foreign-word.ts'
import { misspeltName } from '../../fixes/misspelt-name.ts'
import { calleeHabit, calleeWord } from '../../names/habits.ts'
import { thingText } from '../../names/thing.ts'
import { typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { callBuiltin } from '../calls/call-builtin.ts'
import { callAgent, callAgentParameter, callTool } from '../calls/call-values.ts'
import { callWorkflow } from '../calls/call-workflow.ts'
import { checkLoosely, checkValueLoosely } from '../calls/check-loosely.ts'
import { localsOf } from '../flow/environment.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'

/**
 * A call. Values cannot be called and builtins are no values, so a local with a builtin's name does not hide it; an agent
 * parameter is found first, then the file's own names, then the builtins.
 */
export function checkCall(call: CallExpression, environment: Environment, body: Body): Type {
  const { callee } = call
  if (callee.kind !== 'name_expression') return callOfExpression(call, environment, body)
  const { name } = callee
  const local = environment.locals.get(name)
  if (local?.kind === 'agent' && local.type.kind === 'agent') {
    body.read.add(local)
    refuseInText(callee, environment, body)
    return callAgentParameter(call, name, local.type, environment, body)
  }
  const meaning = local === undefined ? body.names.lookUp(name) : null
  const builtin = builtins.get(name)
  if (meaning === null && builtin !== undefined) return callBuiltin(call, builtin, environment, body)
  if (meaning === 'silent') return unresolved(call, environment, body)
  if (local !== undefined) {
    const type = checkExpression(callee, environment, body)
    if (type.kind !== 'unknown') reportValueCalled(callee, type, body)
    return unresolved(call, environment, body)
  }
  if (meaning === null) {
    reportUnknown(callee, environment, body)
    return unresolved(call, environment, body)
  }
  switch (meaning.kind) {
    case 'agent':
      refuseInText(callee, environment, body)
      return callAgent(call, meaning, environment, body)
    case 'tool':
      refuseInText(callee, environment, body)
      return callTool(call, meaning, environment, body)
    case 'workflow':
      refuseInText(callee, environment, body)
      return callWorkflow(call, meaning, environment, body)
    case 'type':
    case 'enum': {
      const isRecord = meaning.type.kind === 'record'
      const hint = isRecord ? 'A record is written with its fields: `{ name: value }`.' : null
      body.report(callsMessages.notCallable, { what: `\`${name}\` is ${thingText(meaning.kind)}, so it`, hint }, callee.range)
      return unresolved(call, environment, body)
    }
  }
}

function unresolved(call: CallExpression, environment: Environment, body: Body): Type {
  for (const argument of call.arguments) checkLoosely(argument, environment, body)
  return unknownType
}

function refuseInText(callee: NameExpression, environment: Environment, body: Body): void {
  if (environment.inText) body.report(callsMessages.callInText, { callee: callee.name }, callee.range)
}

/** `x.trim()` and other calls of what is no name. */
function callOfExpression(call: CallExpression, environment: Environment, body: Body): Type {
  const { callee } = call
  if (callee.kind === 'member') {
    checkValueLoosely(callee.object, environment, body)
    const method = callee.field.text
    const hint = methodHint(call, callee, body)
    body.report(callsMessages.notCallable, { what: `\`.${method}\``, hint }, callee.field.range)
  } else {
    const type = checkExpression(callee, environment, body)
    const what = type.kind === 'unknown' ? null : `A value of type \`${typeText(type)}\``
    if (what !== null) body.report(callsMessages.notCallable, { what, hint: null }, callee.range)
  }
  return unresolved(call, environment, body)
}

function methodHint(call: CallExpression, { object, field }: MemberExpression, body: Body): string {
  const method = field.text
  if (builtins.has(method)) {
    return `Write \`${method}(${quoted(body, object.range)}${call.arguments.length > 0 ? ', …' : ''})\`.`
  }
  return calleeHabit(method) ?? 'Values have no methods: functions come first, as in `trim(text)`.'
}

function reportValueCalled({ name, range }: NameExpression, type: Type, body: Body): void {
  const hint = type.kind === 'list' ? `An item is read with \`${name}[index]\`.` : null
  body.report(callsMessages.notCallable, { what: `\`${name}\` is \`${typeText(type)}\`, so it`, hint }, range)
}

function reportUnknown({ name, range }: NameExpression, environment: Environment, body: Body): void {
  if (!body.names.firstTime(`callee ${name}`)) return
  const known = [...localsOf('agent', environment), ...body.names.namesOf('agent', 'tool', 'workflow'), ...builtins.keys()]
  const habit = calleeHabit(name)
  const fix = habit === null ? misspeltName(name, range, known) : foreignWord(range, calleeWord(name))
  body.report(namesMessages.unknownCallee, { name, hint: habit ?? didYouMean(name, known) }, range, { fix })
}
