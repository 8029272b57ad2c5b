import type { AssertStatement, Block, Expression, IfStatement, MatchArm, Statement } from '../../grammar/index.ts'
import { group, hardLine, indent, isForced, line, parts, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { braced } from './block.ts'
import { bracketed } from './bracketed.ts'
import { expressionDocument, iterationDocument } from './expression-document.ts'
import type { Tokens } from './tokens.ts'
import { staticIntegerDocument, typeDocument } from './type-document.ts'

export function statementDocument(statement: Statement, tokens: Tokens): Document {
  switch (statement.kind) {
    case 'binding': {
      const name = tokens.word(statement.name.text)
      const type = statement.type === null ? '' : parts(tokens.word(':'), space, typeDocument(statement.type, tokens))
      return parts(name, type, space, tokens.word('='), space, expressionDocument(statement.value, tokens))
    }
    case 'if':
      return ifDocument(statement, tokens)
    case 'match': {
      const head = headDocument('match', statement.subject, tokens)
      return parts(head, braced(tokens, statement.arms.map((arm) => () => armDocument(arm, tokens))))
    }
    case 'repeat': {
      const head = parts(tokens.word('repeat'), space, tokens.word('max'), space)
      return parts(head, staticIntegerDocument(statement.maximum, tokens), space, blockDocument(statement.body, tokens))
    }
    case 'for': {
      const head = parts(tokens.word('for'), space, iterationDocument(statement, tokens), space)
      return parts(head, blockDocument(statement.body, tokens))
    }
    case 'stop': {
      const head = parts(tokens.word('stop'), space, tokens.word('when'), space)
      return parts(head, expressionDocument(statement.condition, tokens))
    }
    case 'assert':
      return assertDocument(statement, tokens)
    case 'return':
      return parts(tokens.word('return'), space, expressionDocument(statement.value, tokens))
    case 'bare_call':
      return expressionDocument(statement.call, tokens)
  }
}

export const blockDocument = ({ statements }: Block, tokens: Tokens): Document =>
  braced(tokens, statements.map((statement) => () => statementDocument(statement, tokens)))

/** What stands before a block; the operands of a broken chain stand two levels deeper, apart from the lines of the block. */
function headDocument(word: string, expression: Expression, tokens: Tokens): Document {
  const head = parts(tokens.word(word), space)
  const written = expressionDocument(expression, tokens)
  return parts(head, expression.kind === 'binary' ? indent(written) : written, space)
}

function assertDocument({ condition, message }: AssertStatement, tokens: Tokens): Document {
  const head = parts(tokens.word('assert'), space, expressionDocument(condition, tokens))
  if (message === null) return head
  const above = parts(tokens.restOfLine(), line, tokens.beforeItem())
  const otherwise = parts(above, tokens.word('else'), space, tokens.text(message))
  return group(parts(head, indent(otherwise)), { isBroken: isForced(above) })
}

function ifDocument({ condition, then, otherwise }: IfStatement, tokens: Tokens): Document {
  const head = parts(headDocument('if', condition, tokens), blockDocument(then, tokens))
  if (otherwise === null) return head
  const rest = tokens.restOfLine()
  const above = tokens.afterLast('none')
  const between = isForced(rest) || isForced(above) ? hardLine : space
  const word = parts(rest, above, between, tokens.word('else'), space)
  const [only, ...more] = otherwise.statements
  const isChained = only?.kind === 'if' && more.length === 0 && !tokens.sees('{')
  return parts(head, word, isChained ? ifDocument(only, tokens) : blockDocument(otherwise, tokens))
}

/** A member and its block; a block of one statement without a block of its own stands on one line where it fits. */
function armDocument({ member, body }: MatchArm, tokens: Tokens): Document {
  const head = parts(tokens.word(member?.text ?? 'else'), space, tokens.word('=>'), space)
  const [only, ...more] = body.statements
  if (only === undefined || more.length > 0 || hasBlock(only)) return parts(head, blockDocument(body, tokens))
  const items = [() => statementDocument(only, tokens)]
  return parts(head, bracketed(tokens, { open: '{', close: '}', items, isPadded: true, takesComma: false }))
}

function hasBlock(statement: Statement): boolean {
  switch (statement.kind) {
    case 'if':
    case 'match':
    case 'repeat':
    case 'for':
      return true
    default:
      return false
  }
}
