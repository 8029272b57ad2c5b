import type { Text, TextEach, TextIf, TextPart } from '../../../grammar/index.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { statementsMessages } from '../../diagnostics/statements-messages.ts'
import { isOptional, stringType, typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { assume } from '../flow/assume.ts'
import type { Environment } from '../flow/environment.ts'
import { introduce } from '../statements/introduce.ts'
import { listHint } from '../statements/loop-list.ts'
import { checkExpression } from './check-expression.ts'
import { conditionHint } from './expect-operand.ts'

/** A text and what is inserted into it. */
export function checkText(text: Text, environment: Environment, body: Body): Type {
  body.texts.push({ text, environment })
  checkParts(text.parts, { ...environment, inText: true }, body)
  return stringType
}

function checkParts(parts: readonly TextPart[], environment: Environment, body: Body): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'chunk':
        break
      case 'insert':
        checkExpression(part.expression, environment, body)
        break
      case 'text_if':
        checkIf(part, environment, body)
        break
      case 'text_each':
        checkEach(part, environment, body)
        break
    }
  }
}

function checkIf({ condition, then, otherwise }: TextIf, environment: Environment, body: Body): void {
  const type = checkExpression(condition, environment, body)
  if (type.kind !== 'bool' && type.kind !== 'unknown' && type.kind !== 'never' && !isOptional(type)) {
    const hint = conditionHint(type, quoted(body, condition.range))
    body.report(expressionsMessages.textCondition, { actual: typeText(type), hint }, condition.range)
  }
  checkParts(then, assume(condition, true, environment), body)
  if (otherwise !== null) checkParts(otherwise, assume(condition, false, environment), body)
}

function checkEach({ list, item, body: parts }: TextEach, environment: Environment, body: Body): void {
  const type = checkExpression(list, environment, body)
  if (type.kind !== 'list' && type.kind !== 'unknown' && type.kind !== 'never') {
    const hint = listHint(type, quoted(body, list.range))
    body.report(statementsMessages.notAList, { actual: typeText(type), hint }, list.range)
  }
  const element = type.kind === 'list' ? type.element : unknownType
  checkParts(parts, introduce(item, element, environment, body), body)
}
