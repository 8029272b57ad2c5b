import { mayFailOrOutgrow } from '../../graph/index.ts'
import type { Node, Pure, ValueId } from '../../graph/index.ts'
import { learned } from '../learned.ts'
import { stringLiteral } from '../literals.ts'
import type { Scope } from '../scope.ts'
import { resultName } from '../variable-names.ts'
import { writeExpression } from '../write-expression.ts'
import { begunText } from './begun-text.ts'
import type { Place } from './place.ts'
import { carriedInto } from './reused-variable.ts'
import { startedText } from './started-text.ts'
import { computedText, outputTexts } from './value-text.ts'
import type { OutputTexts } from './value-text.ts'
import { hasEffect, waitIfImpure } from './wait-if-impure.ts'
import { writeLoop } from './write-loop.ts'
import { writeMerging } from './write-merging.ts'
import { writeStop } from './write-stop.ts'

/** A node that the code waits for before it goes on; the values that it reads are there. */
export function writeInLine(node: Node, place: Place): void {
  switch (node.kind) {
    case 'compute': {
      const isRead = place.writing.read.has(node.result)
      if (mayFailOrOutgrow(node.expression)) declare(node, node.result, { text: computedText(node, place) }, place)
      else if (isRead) declare(node, node.result, outputTexts(node.expression, place), place)
      return
    }
    case 'assert':
      writeAssert(node, place)
      return
    case 'stop':
      writeStop(node, place)
      return
    case 'if':
    case 'match':
      waitIfImpure(node, place)
      writeMerging(node, place)
      return
    case 'repeat':
    case 'for':
      waitIfImpure(node, place)
      writeLoop(node, place)
      return
    case 'agent':
    case 'tool':
    case 'each':
    case 'sample':
    case 'otherwise':
    case 'lazy': {
      const started = hasEffect(node, place) ? begunText(node, place) : startedText(node, place)
      declare(node, node.result, { text: `await ${started}` }, place)
    }
  }
}

/** Puts the value into a variable of its own, where something reads it. */
function declare(node: Node, id: ValueId, { text, typedText }: OutputTexts, place: Place): void {
  const { writing, lines, scope } = place
  if (!writing.read.has(id)) {
    lines.add(text)
    return
  }
  const carried = carriedInto(id, place)
  if (carried !== null) {
    lines.add(`${carried} = ${typedText ?? text}`)
    scope.variables.set(id, { kind: 'plain', name: carried, isConstant: false })
    return
  }
  const name = scope.names.take(resultName(node, writing, id))
  lines.add(`const ${name} = ${text}`)
  scope.variables.set(id, { kind: 'plain', name, isConstant: true, ...(typedText === undefined ? {} : { typedText }) })
}

function writeAssert({ instance, condition, message }: Extract<Node, { kind: 'assert' }>, { steps, scope, lines }: Place): void {
  const failing = { ...scope, knowledge: learned(scope, condition, false) }
  const inputs = [stringLiteral(instance), `() => ${writeExpression(condition, scope)}`]
  if (message !== null) inputs.push(`() => ${writeExpression(message, failing)}`)
  lines.add(`${steps}.assert(${inputs.join(', ')})`)
  tell(condition, scope)
}

/** What follows knows that the condition holds; TypeScript does not see it. */
function tell(condition: Pure, scope: Scope): void {
  const before = scope.knowledge
  const keys = [...learned(scope, condition, true).keys()].filter((key) => !before.has(key))
  scope.knowledge = new Map([...before, ...keys.map((key) => [key, 'told'] as const)])
}
