import type { TextPart } from '../../../grammar/index.ts'
import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Body, CheckedText } from '../body.ts'

/** A name in single braces, alone or after `$`. */
const singleBraces = /(?<![{\\])\$?\{([A-Za-z_][A-Za-z0-9_]*)\}(?!\})/g

/** The argument of a LaTeX command, a subscript or a superscript: braces that mean something else. */
const latexBefore = /(\\[A-Za-z]+\*?(\[[^\]]*\]|\{[^{}]*\})*|[\^_])$/

/** `{name}` or `${name}` in a text where `name` has a value. */
export function warnSingleBraces({ text, environment }: CheckedText, body: Body): void {
  visit(text.parts, (name) => environment.locals.has(name), body)
}

type HasValue = (name: string) => boolean

function visit(parts: readonly TextPart[], hasValue: HasValue, body: Body): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'chunk':
        search(part.range.start, body.source.slice(part.range.start, part.range.end), hasValue, body)
        break
      case 'insert':
        break
      case 'text_if':
        visit(part.then, hasValue, body)
        visit(part.otherwise ?? [], hasValue, body)
        break
      case 'text_each':
        visit(part.body, (name) => name === part.item.text || hasValue(name), body)
        break
    }
  }
}

function search(start: number, written: string, hasValue: HasValue, body: Body): void {
  for (const match of written.matchAll(singleBraces)) {
    const [whole, name = ''] = match
    if (!hasValue(name) || latexBefore.test(written.slice(0, match.index))) continue
    const range = { start: start + match.index, end: start + match.index + whole.length }
    body.report(warningsMessages.singleBraces, { name, written: whole }, range)
  }
}
