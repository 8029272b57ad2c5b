import type { Declaration, ImportDeclaration, SourceFile } from '../../grammar/index.ts'
import { fitsOnLine } from './layout.ts'
import { printDeclaration } from './print-declaration.ts'
import { escaped } from './print-text.ts'
import { printNames } from './print-type.ts'

/**
 * A file in canonical layout. Documentation comments are kept, others are not part of a tree. Declarations stand a blank
 * line apart, except that type aliases without documentation stand together.
 */
export function printFile({ imports, declarations }: SourceFile): string {
  const printed = declarations.map((declaration, position) => {
    const before = declarations[position - 1]
    const gap = before === undefined || (isOneLine(before) && isOneLine(declaration)) ? '' : '\n'
    return `${gap}${printDeclaration(declaration)}\n`
  })
  const gap = imports.length > 0 && declarations.length > 0 ? '\n' : ''
  return `${imports.map(printImport).join('')}${gap}${printed.join('')}`
}

const isOneLine = (declaration: Declaration): boolean => declaration.kind === 'type' && declaration.documentation === null

function printImport({ names, from }: ImportDeclaration): string {
  const source = ` from "${escaped(from.value)}"\n`
  const short = `import { ${printNames(names)} }${source}`
  return fitsOnLine(short.trimEnd(), 0) ? short : `import {\n${names.map((name) => `  ${name.text},\n`).join('')}}${source}`
}
