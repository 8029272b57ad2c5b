/** Signs of plain text that stand for a command of LaTeX. */
const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '×': '\\times ',
  '÷': '\\div ',
  '∞': '\\infty ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\neq ',
  '∪': '\\cup ',
  '∩': '\\cap ',
  '∅': '\\emptyset ',
}

const spacing = /\\[,;:!> ]|\\q?quad(?![a-zA-Z])|~/g
const bigDelimiters = /\\(?:[bB]ig{1,2}[lrm]?|displaystyle|textstyle)(?![a-zA-Z])/g
const wholeText = /^\\(?:text|mathrm|textbf|mbox)\{([^{}]*)\}$/

/**
 * An answer as it is meant: out of its dollars and boxes, without spacing commands, with thousands joined, `%` as a sign and not as a
 * comment, and signs of plain text as commands.
 */
export function cleanText(text: string): string {
  let cleaned = text.trim()
  for (let before = ''; before !== cleaned;) {
    before = cleaned
    cleaned = unwrapped(cleaned).trim().replace(/(?<=[^.\s])\.$/, '')
  }
  return cleaned
    .replace(bigDelimiters, '')
    .replace(spacing, ' ')
    .replace(/\\mathbb\s*([A-Z])/g, '\\mathbb{$1}')
    .replace(/\\\$|^\$/g, '')
    .replace(/(?<!\\)%/g, '\\%')
    .replace(/(?<![\d,.])\d{1,3}(?:(?:,|\{,\})\d{3})+(?![\d,])/g, (number) => number.replace(/[{},]/g, ''))
    .replace(/[−–⋅·×÷∞≤≥≠∪∩∅]/g, (sign) => signs[sign] ?? sign)
    .trim()
}

/** The text without what is around all of it. */
function unwrapped(text: string): string {
  const dollars = /^(\$\$?)([^$]+)\1$/.exec(text)?.[2]
  if (dollars !== undefined) return dollars
  if (/^\\\(.*\\\)$/s.test(text) || /^\\\[.*\\\]$/s.test(text)) return text.slice(2, -2)
  return boxed(text) ?? wholeText.exec(text)?.[1] ?? text
}

/** What stands in a box around the whole text. */
function boxed(text: string): string | null {
  const opening = /^\\f?boxed\s*\{/.exec(text)?.[0]
  if (opening === undefined || !text.endsWith('}')) return null
  let depth = 1
  for (let position = opening.length; position < text.length - 1; position += 1) {
    if (text[position] === '{' && text[position - 1] !== '\\') depth += 1
    if (text[position] === '}' && text[position - 1] !== '\\') depth -= 1
    if (depth === 0) return null
  }
  return text.slice(opening.length, -1)
}
