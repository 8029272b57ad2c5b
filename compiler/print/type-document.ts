import type { Name, StaticInteger, TypeExpression } from '../../grammar/index.ts'
import { parts, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { bracketed } from './bracketed.ts'
import type { Tokens } from './tokens.ts'

export function typeDocument(type: TypeExpression, tokens: Tokens): Document {
  switch (type.kind) {
    case 'named_type':
      return tokens.word(type.name)
    case 'list_type': {
      const element = typeDocument(type.element, tokens)
      const opened = tokens.word('[')
      const size = type.size === null ? '' : staticIntegerDocument(type.size, tokens)
      return parts(element, opened, size, tokens.word(']'))
    }
    case 'optional_type':
      return parts(typeDocument(type.inner, tokens), tokens.word('?'))
    case 'record_type': {
      const items = type.fields.map((field) => () => fieldDocument(field.name, () => typeDocument(field.type, tokens), tokens))
      return bracketed(tokens, { open: '{', close: '}', items, isPadded: true, takesComma: true, hugs: true })
    }
    case 'agent_type': {
      const head = tokens.word('agent')
      const items = type.parameters.map((parameter) => () => typeDocument(parameter, tokens))
      const parameters = bracketed(tokens, { open: '(', close: ')', items, isPadded: false, takesComma: false })
      return parts(head, parameters, resultDocument(type.result, tokens))
    }
    case 'missing_type':
      return ''
  }
}

/** ` -> type` */
export const resultDocument = (type: TypeExpression, tokens: Tokens): Document =>
  parts(space, tokens.word('->'), space, typeDocument(type, tokens))

/** `name: value` */
export const fieldDocument = (name: Name, value: () => Document, tokens: Tokens): Document =>
  parts(tokens.word(name.text), tokens.word(':'), space, value())

export const staticIntegerDocument = (integer: StaticInteger, tokens: Tokens): Document =>
  integer.kind === 'name' ? tokens.word(integer.text) : tokens.number(integer)

/** Names, each written when its turn comes. */
export const nameItems = (names: readonly Name[], tokens: Tokens): readonly (() => Document)[] =>
  names.map(({ text }) => () => tokens.word(text))
