import type { EachExpression, ForStatement } from '../../../grammar/index.ts'
import { statementsMessages } from '../../diagnostics/statements-messages.ts'
import { resolveSize } from '../../names/resolve-size.ts'
import { intType, isOptional, typeText, unknownType } from '../../types/index.ts'
import type { Size, Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { Environment } from '../flow/environment.ts'
import { presentHint } from '../mismatch-hint.ts'
import { introduce } from './introduce.ts'

type Loop = ForStatement | EachExpression

export interface LoopList {
  readonly element: Type
  /** How often the loop runs at most; `null` where an error was reported. */
  readonly bound: Size | null
}

/** What a `for` or `each` goes over: a list, with a `max` or a bounded type. */
export function checkLoopList(loop: Loop, environment: Environment, body: Body): LoopList {
  const { list, maximum } = loop
  const type = checkExpression(list, environment, body)
  const quotedList = quoted(body, list.range)
  const written = maximum === null ? null : resolveSize(maximum, '`max`', body.types)
  if (type.kind !== 'list') {
    if (type.kind !== 'unknown' && type.kind !== 'never') {
      body.report(statementsMessages.notAList, { actual: typeText(type), hint: listHint(type, quotedList) }, list.range)
    }
    return { element: unknownType, bound: written }
  }
  const bound = maximum === null ? type.size : written
  if (maximum === null && bound === null && type.element.kind !== 'unknown') {
    const head = `${loop.kind} ${loop.item.text} in ${quotedList}`
    body.report(statementsMessages.boundNeeded, { actual: typeText(type), loop: head, list: quotedList }, list.range)
  }
  if (bound?.kind === 'number' && bound.value === 0) {
    const hint = 'It has no items, so the loop does nothing.'
    body.report(statementsMessages.notAList, { actual: typeText(type), hint }, list.range)
    return { element: unknownType, bound: null }
  }
  if (bound !== null) body.facts.loopBounds.set(loop, bound)
  return { element: type.element.kind === 'never' ? unknownType : type.element, bound }
}

/** The names of a loop's item and index, in force inside its body. */
export function withItems(environment: Environment, { item, index }: Loop, element: Type, body: Body): Environment {
  const inside = introduce(item, element, environment, body)
  return index === null ? inside : introduce(index, intType, inside, body)
}

/** How something is made a list. */
export function listHint(type: Type, written: string): string | null {
  if (isOptional(type)) return presentHint(written)
  switch (type.kind) {
    case 'string':
      return `Take the text apart: \`lines(${written})\`, \`split(${written}, ",")\` or \`chunks(${written}, 4000)\`.`
    case 'int':
      return `Write \`range(${written})\` for the numbers below it.`
    case 'record': {
      const list = type.fields.find((field) => field.type.kind === 'list')
      return list === undefined ? null : `Did you mean \`${written}.${list.name}\`?`
    }
    default:
      return null
  }
}
