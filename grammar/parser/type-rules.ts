import { tokenMatcher, type IOrAlt, type IToken } from 'chevrotain'
import type { Name, NumberLiteral, RecordTypeExpression, StaticInteger, TypeExpression } from '../syntax/index.ts'
import {
  Agent, Arrow, CloseBrace, CloseBracket, CloseParenthesis, Colon, Identifier, Integer, Numeric, OpenBrace, OpenBracket,
  OpenParenthesis, Question, ReservedWord, Word,
} from '../tokens/index.ts'
import { EnclosingParser } from './enclosing-parser.ts'

export const typeStarts = [Identifier, OpenBrace, Agent] as const

export abstract class TypeRules extends EnclosingParser {
  /** name */
  protected readonly plainName = this.rule('plainName', (): Name => this.nameOf(this.CONSUME(Identifier)))

  private readonly nameChoices: IOrAlt<Name>[] = [
    { ALT: () => this.SUBRULE(this.plainName) },
    { GATE: () => !this.opensLine(1), ALT: () => this.SUBRULE(this.habitReservedName) },
  ]

  /** The name of something declared; a word that cannot be one is reported and taken for one. */
  protected readonly declaredName = this.rule('declaredName', (): Name => this.OR({ ERR_MSG: 'a name', DEF: this.nameChoices }))

  private readonly habitReservedName = this.rule('habitReservedName', (): Name => {
    const name = this.nameOf(this.CONSUME(ReservedWord))
    this.note({ kind: 'reserved_word', range: name.range, details: { word: name.text } })
    return name
  })

  /** static_int = INT | name ; */
  protected readonly staticInteger = this.rule('staticInteger', (): StaticInteger => this.OR({
    ERR_MSG: 'a whole number or a name',
    DEF: [
      { ALT: (): StaticInteger => this.SUBRULE(this.integer) },
      { ALT: (): StaticInteger => this.SUBRULE(this.plainName) },
    ],
  }))

  /** INT */
  protected readonly integer = this.rule('integer', (): NumberLiteral => this.numberOf(this.CONSUME(Integer)))

  /** NUMBER */
  protected readonly number = this.rule('number', (): NumberLiteral => this.numberOf(this.CONSUME(Numeric)))

  /** type = base_type { "[" [ static_int ] "]" | "?" } ; */
  protected readonly type = this.rule('type', (): TypeExpression => {
    const start = this.mark()
    let type = this.SUBRULE(this.baseType)
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(OpenBracket)
            const size = this.OPTION(() => this.SUBRULE(this.staticInteger)) ?? null
            this.close(1, CloseBracket, '`]`')
            type = { kind: 'list_type', element: type, size, range: this.rangeAfter(type, start) }
          },
        },
        {
          ALT: () => {
            this.CONSUME(Question)
            type = { kind: 'optional_type', inner: type, range: this.rangeAfter(type, start) }
          },
        },
      ])
    })
    return type
  })

  private readonly baseTypeChoices: IOrAlt<TypeExpression>[] = [
    {
      ALT: () => {
        const token = this.CONSUME(Identifier)
        return { kind: 'named_type', name: token.image, range: this.rangeOf(token) }
      },
    },
    { ALT: () => this.SUBRULE(this.recordType) },
    { ALT: () => this.SUBRULE(this.agentType) },
  ]

  /** base_type = "string" | "int" | "number" | "bool" | Name | record_type | agent_type ; */
  private readonly baseType = this.rule('baseType', (): TypeExpression => {
    if (this.isCareful() && (!this.seesOne(typeStarts) || this.atDeclaration())) {
      this.noteMissing('a type')
      return { kind: 'missing_type', range: this.nowhere() }
    }
    return this.OR(this.baseTypeChoices)
  })

  /** record_type = "{" name ":" type { "," name ":" type } [ "," ] "}" ; */
  private readonly recordType = this.rule('recordType', (): TypeExpression => {
    const start = this.mark()
    this.CONSUME(OpenBrace)
    const isEmpty = !this.RECORDING_PHASE && this.sees(CloseBrace)
    const fields = isEmpty ? [] : this.oneOrMore(1, this.fieldType, [Word])
    this.close(1, CloseBrace, '`,` or `}`')
    const range = this.rangeFrom(start)
    if (isEmpty) this.note({ kind: 'empty_record', range, details: {} })
    return { kind: 'record_type', fields, range }
  })

  private readonly fieldType = this.rule('fieldType', (): RecordTypeExpression['fields'][number] => {
    const name = this.nameOf(this.CONSUME(Word))
    this.CONSUME(Colon)
    return { name, type: this.SUBRULE(this.type) }
  })

  /** agent_type = "agent" "(" [ type { "," type } ] ")" "->" type ; */
  private readonly agentType = this.rule('agentType', (): TypeExpression => {
    const start = this.mark()
    this.CONSUME(Agent)
    this.CONSUME(OpenParenthesis)
    const parameters = this.items(1, this.type, typeStarts)
    this.close(1, CloseParenthesis, '`,` or `)`')
    this.CONSUME(Arrow)
    const result = this.SUBRULE(this.type)
    return { kind: 'agent_type', parameters, result, range: this.rangeFrom(start) }
  })

  private numberOf(token: IToken): NumberLiteral {
    const range = this.rangeOf(token)
    const integer = tokenMatcher(token, Integer)
    const value = Number(token.image.replaceAll('_', ''))
    if (integer ? value > Number.MAX_SAFE_INTEGER : !Number.isFinite(value)) {
      this.note({ kind: 'number_too_large', range, details: { number: token.image } })
    }
    return { kind: 'number_literal', value, integer, range }
  }
}
