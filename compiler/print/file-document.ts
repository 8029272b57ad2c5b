import type { Declaration, ImportDeclaration, SourceFile } from '../../grammar/index.ts'
import { parts, sequence, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { bracketed } from './bracketed.ts'
import { declarationDocument } from './declaration-document.ts'
import type { Gap, Tokens } from './tokens.ts'
import { nameItems } from './type-document.ts'

/** A whole file, with a line break before it. */
export function fileDocument({ imports, declarations }: SourceFile, tokens: Tokens): Document {
  const all: Document[] = []
  const entry = (gap: Gap, written: () => Document): void => {
    all.push(tokens.beforeEntry(gap), written(), tokens.restOfLine(true))
  }
  for (const [position, one] of imports.entries()) entry(position === 0 ? 'none' : 'kept', () => importDocument(one, tokens))
  for (const [position, declaration] of declarations.entries()) {
    const before = declarations[position - 1] ?? imports.at(-1)
    entry(gapBetween(before, declaration), () => declarationDocument(declaration, tokens))
  }
  return sequence([...all, tokens.afterLast(all.length === 0 ? 'none' : 'kept')])
}

/** Declarations stand a blank line apart, except that undocumented ones of one kind that take a line each may stand together. */
function gapBetween(before: Declaration | ImportDeclaration | undefined, after: Declaration): Gap {
  if (before === undefined) return 'none'
  return before.kind === after.kind && isOneLine(before) && isOneLine(after) ? 'kept' : 'blank'
}

function isOneLine(declaration: Declaration): boolean {
  if (declaration.documentation !== null) return false
  switch (declaration.kind) {
    case 'type':
    case 'enum':
    case 'tool':
      return true
    case 'agent':
      return declaration.settings.length === 0
    case 'workflow':
      return false
  }
}

function importDocument({ names, from }: ImportDeclaration, tokens: Tokens): Document {
  const head = parts(tokens.word('import'), space)
  const items = nameItems(names, tokens)
  const list = bracketed(tokens, { open: '{', close: '}', items, isPadded: true, takesComma: true })
  return parts(head, list, space, tokens.word('from'), space, tokens.string(from))
}
