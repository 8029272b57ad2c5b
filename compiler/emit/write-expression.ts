import type { Pure, PureTextPart } from '../graph/index.ts'
import { isOptional } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import { fieldKey, objectText } from './identifiers.ts'
import { isNone, pathKey } from './knowledge.ts'
import { learned } from './learned.ts'
import { stringLiteral, templateChunk } from './literals.ts'
import type { Scope } from './scope.ts'

/** How expressions are written. */
export interface ExpressionStyle {
  /** Texts that may be members of enums keep their own type: `'correct' as const`. */
  readonly literal?: boolean
  /** Texts may run over several lines. */
  readonly lines?: boolean
}

const builtinNames: ReadonlyMap<string, string> = new Map([
  ['number', 'parseNumber'],
  ['int', 'parseInt'],
  ['text', 'toText'],
])

const takesAnything = new Set(['text', 'json'])

/** An expression in TypeScript, over variables that hold values. */
export function writeExpression(pure: Pure, scope: Scope, style: ExpressionStyle = {}): string {
  const write = (inner: Pure): string => writeExpression(inner, scope, style)
  const present = (inner: Pure): string => writePresent(inner, scope, style)
  switch (pure.kind) {
    case 'constant':
      return constantText(pure.value, scope, style)
    case 'value': {
      const variable = scope.variables.get(pure.id)
      if (variable?.kind !== 'plain') throw new Error(`${pure.id} is read before it is there`)
      return variable.name
    }
    case 'field':
      return `${operand(pure.of, present(pure.of))}.${pure.name}`
    case 'index':
      return `mas.element(${present(pure.of)}, ${present(pure.index)})`
    case 'list':
      return `[${pure.items.map(write).join(', ')}]`
    case 'record': {
      const spread = pure.spread === null ? [] : [`...${operand(pure.spread, present(pure.spread))}`]
      if (spread.length === 0) return objectText(pure.fields.map(({ name, value }) => [name, write(value)]))
      return `{ ${[...spread, ...pure.fields.map(({ name, value }) => `${fieldKey(name)}: ${write(value)}`)].join(', ')} }`
    }
    case 'not':
      return `!${operand(pure.operand, present(pure.operand))}`
    case 'negate':
      return `mas.negate(${present(pure.operand)})`
    case 'binary':
      return writeBinary(pure, scope, style)
    case 'and':
    case 'or': {
      const inner = { ...scope, knowledge: learned(scope, pure.left, pure.kind === 'and') }
      const right = writePresent(pure.right, inner, style)
      return `${operand(pure.left, present(pure.left))} ${pure.kind === 'and' ? '&&' : '||'} ${operand(pure.right, right)}`
    }
    case 'default':
      if (pure.left.kind === 'constant') return write(isNone(pure.left) ? pure.right : pure.left)
      return `${operand(pure.left, write(pure.left))} ?? ${operand(pure.right, write(pure.right))}`
    case 'builtin': {
      const inputs = pure.arguments.map(takesAnything.has(pure.name) ? write : present)
      const key = pure.selector === null ? [] : [stringLiteral(pure.selector)]
      return `mas.${builtinNames.get(pure.name) ?? pure.name}(${[...inputs, ...key].join(', ')})`
    }
    case 'text':
      return writeTemplate(pure.parts, scope, style)
  }
}

/** The expression as a value of the type: what is known to be there is not `null`. */
export function writeAs(pure: Pure, type: Type, scope: Scope, style: ExpressionStyle = {}): string {
  if (pure.kind === 'list' && type.kind === 'list') {
    return `[${pure.items.map((item) => writeAs(item, type.element, scope, style)).join(', ')}]`
  }
  if (pure.kind === 'record' && pure.spread === null && type.kind === 'record') {
    return objectText(
      pure.fields.map(({ name, value }) => {
        const field = type.fields.find((candidate) => candidate.name === name)
        return [name, field === undefined ? writeExpression(value, scope, style) : writeAs(value, field.type, scope, style)]
      }),
    )
  }
  return isOptional(type) ? writeExpression(pure, scope, style) : writePresent(pure, scope, style)
}

/** The expression where it cannot be `none`, which TypeScript may have to be told. */
function writePresent(pure: Pure, scope: Scope, style: ExpressionStyle): string {
  if (isNone(pure)) return 'mas.never()'
  const key = pathKey(pure)
  const text = writeExpression(pure, scope, { ...style, literal: style.literal ?? false })
  if (key === null || scope.knowledge.get(key) === 'native') return text
  const unaware = new Map(scope.knowledge)
  unaware.delete(key)
  return isOptional(scope.types.typeOf(pure, unaware)) ? `mas.there(${text})` : text
}

function writeBinary(pure: Extract<Pure, { kind: 'binary' }>, scope: Scope, style: ExpressionStyle): string {
  const { operator, left, right } = pure
  switch (operator) {
    case '==':
    case '!=':
      return writeEquality(pure, scope, style)
    case '+':
    case '-':
    case '*':
    case '/':
    case '%': {
      const name = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '%': 'remainder' }[operator]
      return `mas.${name}(${writePresent(left, scope, style)}, ${writePresent(right, scope, style)})`
    }
    default:
      return `${operand(left, writePresent(left, scope, style))} ${operator} ${operand(right, writePresent(right, scope, style))}`
  }
}

/** `===` where TypeScript cannot find that the two have nothing in common; equality of the language is deep. */
function writeEquality(pure: Extract<Pure, { kind: 'binary' }>, scope: Scope, style: ExpressionStyle): string {
  const { operator, left, right } = pure
  const sign = operator === '==' ? '===' : '!=='
  const [other, constant] = right.kind === 'constant' ? [left, right] : [right, left]
  if (constant.kind === 'constant' && other.kind !== 'constant') {
    const text = operand(other, writeExpression(other, scope, style))
    if (constant.value === null) return `${text} ${sign} null`
    const key = pathKey(other)
    if (isPlain(scope.types.typeOf(other, scope.knowledge), key) && (key === null || !scope.compared.has(key))) {
      if (key !== null) scope.compared.add(key)
      return `${text} ${sign} ${constantText(constant.value, scope, {})}`
    }
  }
  const call = `mas.equal(${writeExpression(left, scope, style)}, ${writeExpression(right, scope, style)})`
  return operator === '==' ? call : `!${call}`
}

/** Types of which TypeScript lets `===` compare a value with a constant: of a constant, it would know that two differ. */
function isPlain(type: Type, key: string | null): boolean {
  switch (type.kind) {
    case 'string':
    case 'int':
      return true
    case 'number':
      return key === null
    case 'enum':
      return type.id !== ''
    default:
      return false
  }
}

/** Whether a text breaks before its end. */
const breaksInside = (parts: readonly PureTextPart[]): boolean =>
  parts.some((part, position) => {
    if (part.kind === 'insert') return false
    if (part.kind !== 'chunk') return true
    const end = position === parts.length - 1 ? -1 : undefined
    return part.value.slice(0, end).includes('\n')
  })

function writeTemplate(parts: readonly PureTextPart[], scope: Scope, style: ExpressionStyle): string {
  const overLines = style.lines === true && breaksInside(parts)
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'chunk':
        return overLines ? templateChunk(part.value) : templateChunk(part.value).replaceAll('\n', '\\n')
      case 'insert':
        return `\${${writeExpression(part.value, scope, style)}}`
      case 'if': {
        const inner = { ...scope, knowledge: knowledgeInside(part.condition, scope) }
        const otherwise = part.else.length === 0 ? `''` : writeTemplate(part.else, scope, style)
        const then = writeTemplate(part.then, inner, style)
        return `\${${writeTextCondition(part.condition, scope, style)} ? ${then} : ${otherwise}}`
      }
      case 'each': {
        const list = scope.types.typeOf(part.list, scope.knowledge)
        const item = scope.names.take(part.item.replace(/\.\d+$/, ''))
        scope.types.define(part.item, list.kind === 'list' ? list.element : { kind: 'never' })
        const variables = new Map([...scope.variables, [part.item, { kind: 'plain', name: item, isConstant: true }] as const])
        const inside = writeTemplate(part.body, { ...scope, variables }, style)
        return `\${mas.textOfEach(${writePresent(part.list, scope, style)}, (${item}) => ${inside})}`
      }
    }
  })
  return `mas.text\`${body.join('')}\``
}

/** A bool, or an optional that is taken when it is there (and true). */
function writeTextCondition(condition: Pure, scope: Scope, style: ExpressionStyle): string {
  const type = scope.types.typeOf(condition, scope.knowledge)
  const text = operand(condition, writeExpression(condition, scope, style))
  if (!isOptional(type)) return writePresent(condition, scope, style)
  return type.kind === 'optional' && type.inner.kind === 'bool' ? `${text} === true` : `${text} !== null`
}

function knowledgeInside(condition: Pure, scope: Scope): Scope['knowledge'] {
  const key = pathKey(condition)
  if (key === null || !isOptional(scope.types.typeOf(condition, scope.knowledge))) return learned(scope, condition, true)
  return learned(scope, { kind: 'binary', operator: '!=', left: condition, right: { kind: 'constant', value: null } }, true)
}

function constantText(value: unknown, scope: Scope, style: ExpressionStyle): string {
  if (typeof value !== 'string') return String(value)
  const text = stringLiteral(value, style.lines === true)
  return style.literal === true && scope.types.isMember(value) ? `${text} as const` : text
}

/** In brackets where it binds less than an operator or a member. */
function operand(pure: Pure, text: string): string {
  const isLoose = pure.kind === 'binary' || pure.kind === 'and' || pure.kind === 'or' || pure.kind === 'default'
  return isLoose ? `(${text})` : text
}
