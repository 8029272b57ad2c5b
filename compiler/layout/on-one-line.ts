import type { Document } from './document.ts'

/** A document without any line break of its own; what is verbatim stays. */
export function onOneLine(document: Document): string {
  if (typeof document === 'string') return document
  switch (document.kind) {
    case 'parts':
      return document.parts.map(onOneLine).join('')
    case 'line':
      return document.flat
    case 'break':
    case 'space':
      return ' '
    case 'indent':
    case 'group':
      return onOneLine(document.content)
    case 'remark':
      return ` ${document.lines.join(' ')} `
    case 'verbatim':
      return document.text
    case 'if_broken':
      return ''
  }
}
