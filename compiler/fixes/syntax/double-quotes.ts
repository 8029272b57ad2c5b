import type { Fix } from '../../diagnostics/diagnostic.ts'
import { replacing } from '../edits.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/** What stood in single quotes, in double ones; `null` where it would be read in another way there. */
function inDoubleQuotes(image: string): string | null {
  const content = image.slice(1, -1).replaceAll("\\'", "'")
  if (content.includes('{{') || /\\[^nt"\\]/.test(content)) return null
  return `"${content.replaceAll(/\\.|"/g, (found) => (found === '"' ? '\\"' : found))}"`
}

/** `'…'` as `"…"`. */
export const singleQuotes: SyntaxFix<'single_quotes'> = ({ range, source }) => {
  const written = inDoubleQuotes(source.slice(range.start, range.end))
  return written === null ? null : replacing(range, written, 'Write it in double quotes')
}

const afterPrefix = /"[^"{}\\\n\r]*(?:\{\{[\w.]+\}\}[^"{}\\\n\r]*)*"|'[^'{}\\\n\r]*'/y

/** `f"…"` as `"…"`; not where braces or backslashes mean something else there. */
export const textPrefix: SyntaxFix<'text_prefix'> = ({ range, source, details: { prefix } }): Fix | null => {
  afterPrefix.lastIndex = range.end
  const [text] = afterPrefix.exec(source) ?? []
  if (text === undefined) return null
  const written = text.startsWith('"') ? text : inDoubleQuotes(text)
  if (written === null) return null
  return replacing({ start: range.start, end: range.end + text.length }, written, `Leave \`${prefix}\` out`)
}

const curly = /[“”„‟«»]([^"“”„‟«»\\\n\r]*)[“”„‟«»]/y

/** `“…”` as `"…"`. */
export const curlyQuotes: SyntaxFix<'unexpected_character'> = ({ range, source }) => {
  curly.lastIndex = range.start
  const [whole, content] = curly.exec(source) ?? []
  if (whole === undefined || content === undefined) return null
  return replacing({ start: range.start, end: range.start + whole.length }, `"${content}"`, 'Write it in straight quotes')
}
