import type { IOrAlt, ParserMethod } from 'chevrotain'
import type { Expression, StringLiteral, Text, TextPart } from '../syntax/index.ts'
import { TextPieces } from '../texts/index.ts'
import {
  As, BlockTextClose, BlockTextOpen, EachTag, ElseTag, EndEachTag, EndIfTag, IfTag, InsertOpen, LineTextClose, LineTextOpen,
  TextChunk,
} from '../tokens/index.ts'
import { TypeRules } from './type-rules.ts'

export abstract class TextRules extends TypeRules {
  protected abstract readonly expression: ParserMethod<[], Expression>
  /** Of the text being read; texts nest through insertions. */
  private pieces = new TextPieces()

  /** text = '"' { text_part } '"' | '"""' { text_part } '"""' ; */
  protected readonly text = this.rule('text', (): Text => {
    const start = this.mark()
    if (this.isCareful() && !this.seesOne([LineTextOpen, BlockTextOpen])) {
      this.noteMissing('a text')
      return { kind: 'text', form: 'line', parts: [], range: this.nowhere() }
    }
    const outer = this.pieces
    this.pieces = new TextPieces()
    const { form, parts } = this.OR([
      { ALT: (): Pick<Text, 'form' | 'parts'> => ({ form: 'line', parts: this.SUBRULE(this.lineText) }) },
      { ALT: (): Pick<Text, 'form' | 'parts'> => ({ form: 'block', parts: this.SUBRULE(this.blockText) }) },
    ])
    const text: Text = this.ACTION(() => ({
      kind: 'text', form, parts: this.pieces.layOut(form, parts), range: this.rangeFrom(start),
    }))
    this.pieces = outer
    return text
  })

  private readonly lineText = this.rule('lineText', (): TextPart[] => {
    this.CONSUME(LineTextOpen)
    const parts = this.SUBRULE(this.textParts)
    const end = this.CONSUME(LineTextClose)
    // A text that runs to the end of its line may have a brace in it that was meant to be code.
    if (end.image === '') this.expectBraceTrouble()
    return parts
  })

  private readonly blockText = this.rule('blockText', (): TextPart[] => {
    this.CONSUME(BlockTextOpen)
    const parts = this.SUBRULE(this.textParts)
    this.CONSUME(BlockTextClose)
    return parts
  })

  private readonly partChoices: IOrAlt<TextPart>[] = [
    { ALT: () => this.pieces.chunk(this.CONSUME(TextChunk)) },
    { ALT: () => this.SUBRULE(this.insertion) },
    { ALT: () => this.SUBRULE(this.textIf) },
    { ALT: () => this.SUBRULE(this.textEach) },
  ]

  private readonly textParts = this.rule('textParts', (): TextPart[] => {
    const parts: TextPart[] = []
    this.MANY(() => { parts.push(this.OR(this.partChoices)) })
    return parts
  })

  /** insertion = "{{" expr "}}" ; */
  private readonly insertion = this.rule('insertion', (): TextPart => {
    const start = this.mark()
    this.CONSUME(InsertOpen)
    const expression = this.SUBRULE(this.expression)
    this.closeInsertion(1)
    const range = this.rangeFrom(start)
    this.pieces.insertion()
    return { kind: 'insert', expression, range }
  })

  /** text_if = "{{#if" expr "}}" { text_part } [ "{{else}}" { text_part } ] "{{/if}}" ; */
  private readonly textIf = this.rule('textIf', (): TextPart => {
    const start = this.mark()
    this.CONSUME(IfTag)
    const condition = this.SUBRULE(this.expression)
    this.closeInsertion(1)
    this.pieces.tag()
    const then = this.SUBRULE(this.textParts)
    const otherwise = this.OPTION(() => {
      this.CONSUME(ElseTag)
      this.pieces.tag()
      return this.SUBRULE2(this.textParts)
    }) ?? null
    this.CONSUME(EndIfTag)
    this.pieces.tag()
    return { kind: 'text_if', condition, then, otherwise, range: this.rangeFrom(start) }
  })

  /** text_each = "{{#each" expr "as" name "}}" { text_part } "{{/each}}" ; */
  private readonly textEach = this.rule('textEach', (): TextPart => {
    const start = this.mark()
    this.CONSUME(EachTag)
    const list = this.SUBRULE(this.expression)
    this.CONSUME(As)
    const item = this.SUBRULE(this.declaredName)
    this.closeInsertion(1)
    this.pieces.tag()
    const body = this.SUBRULE(this.textParts)
    this.CONSUME(EndEachTag)
    this.pieces.tag()
    return { kind: 'text_each', list, item, body, range: this.rangeFrom(start) }
  })

  /** STRING: a text that inserts nothing. */
  protected readonly string = this.rule('string', (): StringLiteral => {
    const text = this.SUBRULE(this.text)
    return this.ACTION(() => {
      if (text.parts.some((part) => part.kind !== 'chunk')) {
        this.note({ kind: 'insertion_in_plain_text', range: text.range, details: {} })
      }
      const value = text.parts.map((part) => part.kind === 'chunk' ? part.value : '').join('')
      return { kind: 'string_literal', value, range: text.range }
    })
  })
}
