import type { IToken } from 'chevrotain'
import type { Range, Text, TextChunk, TextPart } from '../syntax/index.ts'
import { Escape, EscapedBraces, UnknownEscape } from '../tokens/index.ts'
import { decodeEscape } from './decode-escape.ts'
import { layOutBlock } from './lay-out-block.ts'

/** A stretch of plain text whose value is settled when the whole text has been read. */
export interface OpenChunk extends TextChunk {
  value: string
}

/** What a text is made of, in order, whatever nests in what: indentation and tag lines are a matter of the whole text. */
export type Piece =
  | { readonly kind: 'chunk'; readonly chunk: OpenChunk }
  /** A character that was written as an escape: never white space for the layout. */
  | { readonly kind: 'fixed' }
  | { readonly kind: 'tag' }

/** Collects the pieces of one text while it is read, then settles their values. */
export class TextPieces {
  private readonly pieces: Piece[] = []

  /** Adds plain text or an escape. */
  chunk(token: IToken): TextChunk {
    const { image, startOffset: start } = token
    const range = { start, end: start + image.length }
    const type = token.tokenType
    if (type === Escape || type === EscapedBraces || type === UnknownEscape) {
      this.pieces.push({ kind: 'fixed' })
      return { kind: 'chunk', value: decodeEscape(image) ?? image, range }
    }
    const chunk: OpenChunk = { kind: 'chunk', value: image, range }
    this.pieces.push({ kind: 'chunk', chunk })
    return chunk
  }

  /** Adds an insertion: something stands there, but it is not known what. */
  insertion(): void {
    this.pieces.push({ kind: 'fixed' })
  }

  /** Adds a block tag. */
  tag(): void {
    this.pieces.push({ kind: 'tag' })
  }

  /** The parts with their final values; empty chunks are dropped and neighbours joined. */
  layOut(form: Text['form'], parts: readonly TextPart[]): TextPart[] {
    if (form === 'block') layOutBlock(this.pieces)
    return joined(parts)
  }
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.kind === 'text_if') {
      result.push({ ...part, then: joined(part.then), otherwise: part.otherwise === null ? null : joined(part.otherwise) })
    } else if (part.kind === 'text_each') {
      result.push({ ...part, body: joined(part.body) })
    } else if (part.kind === 'insert') {
      result.push(part)
    } else if (part.value !== '') {
      if (last?.kind === 'chunk') {
        result[result.length - 1] = { kind: 'chunk', value: last.value + part.value, range: span(last.range, part.range) }
      } else {
        result.push({ kind: 'chunk', value: part.value, range: part.range })
      }
    }
  }
  return result
}

function span(first: Range, last: Range): Range {
  return { start: first.start, end: last.end }
}
