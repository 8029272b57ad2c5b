import type { TextPart } from '../../../grammar/index.ts'
import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Body, CheckedText } from '../body.ts'

/** A name in single braces, alone or after `$`. */
const singleBraces = /(?<![{\\])\$?\{([A-Za-z_][A-Za-z0-9_]*)\}(?!\})/g

/** The argument of a LaTeX command, a subscript or a superscript: braces that mean something else. */
const latexBefore = /(\\[A-Za-z]+\*?(\[[^\]]*\]|\{[^{}]*\})*|[\^_])$/

/** `{name}` or `${name}` in a text where `name` has a value. */
export function warnSingleBraces({ text, names }: CheckedText, body: Body): void {
  visit(text.parts, names, body)
}

function visit(parts: readonly TextPart[], names: ReadonlySet<string>, body: Body): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'chunk':
        search(part.range.start, body.source.slice(part.range.start, part.range.end), names, body)
        break
      case 'insert':
        break
      case 'text_if':
        visit(part.then, names, body)
        visit(part.otherwise ?? [], names, body)
        break
      case 'text_each':
        visit(part.body, new Set([...names, part.item.text]), body)
        break
    }
  }
}

function search(start: number, written: string, names: ReadonlySet<string>, body: Body): void {
  for (const match of written.matchAll(singleBraces)) {
    const [whole, name = ''] = match
    if (!names.has(name) || latexBefore.test(written.slice(0, match.index))) continue
    const range = { start: start + match.index, end: start + match.index + whole.length }
    body.report(warningsMessages.singleBraces, { name, written: whole }, range)
  }
}
