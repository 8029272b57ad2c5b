import type { Declaration, ParseResult } from '../../grammar/index.ts'

/**
 * The declarations whose signature a syntax error may have changed. Nobody can say how they are to be used; the others
 * that are damaged have the error in their body, and can be used as declared.
 */
export function damagedSignatures(source: string, { file, problems }: ParseResult): ReadonlySet<Declaration> {
  const damaged = file.declarations.filter((declaration) => {
    const end = signatureEnd(declaration, source)
    const { start } = declaration.range
    return declaration.damaged && problems.some(({ range }) => range.start >= start && range.start <= end)
  })
  return new Set(damaged)
}

function signatureEnd(declaration: Declaration, source: string): number {
  switch (declaration.kind) {
    case 'type':
    case 'enum':
    case 'tool':
      return declaration.range.end
    case 'agent': {
      const { signature, range } = declaration
      const brace = source.indexOf('{', signature.kind === 'copy' ? signature.of.range.end : signature.result.range.end)
      return brace < 0 ? range.end : Math.min(brace, range.end)
    }
    case 'workflow':
      return declaration.body.range.start
  }
}
