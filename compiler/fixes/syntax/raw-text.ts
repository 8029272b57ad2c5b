import type { Range, Text } from '../../../grammar/index.ts'
import { chunksOf } from '../../check/walk/chunks-of.ts'
import type { Fix, TextEdit } from '../../diagnostics/diagnostic.ts'
import { textAround } from '../find-nodes.ts'
import type { SyntaxFix } from './syntax-fix.ts'

/**
 * `"Use \boxed{x}."` as `"""Use \boxed{x}."""`. A text with line breaks or other escapes that would change their meaning there
 * stays as it is, with its backslashes doubled.
 */
export const rawText: SyntaxFix<'unknown_escape'> = ({ range, source, file }) => {
  const text = textAround(file, range.start)
  if (text === null || text.form !== 'line' || source[text.range.end - 1] !== '"') return null
  return inBlock(text, source) ?? doubled(text, source)
}

function inBlock(text: Text, source: string): Fix | null {
  const { start, end } = text.range
  const content = source.slice(start + 1, end - 1)
  if (content !== content.trim()) return null
  const edits = chunkEdits(text, source, (escape) => {
    if (/^\\[nt]$|^\\u\{/.test(escape)) return null
    return escape === '\\"' || escape === '\\\\' ? escape.slice(1) : escape
  })
  if (edits === null || edits.some(({ text: written }) => written.includes('"""'))) return null
  return {
    title: 'Write the text in `"""`, where a backslash is itself',
    edits: [quotes(start), ...edits, quotes(end - 1)],
  }
}

function doubled(text: Text, source: string): Fix | null {
  const edits = chunkEdits(text, source, (escape) => (/^\\([nt"\\]|\{\{|u\{[0-9A-Fa-f]{1,6}\})$/.test(escape) ? escape : `\\${escape}`))
  return edits === null ? null : { title: 'Double the backslashes', edits }
}

const quotes = (at: number): TextEdit => ({ range: { start: at, end: at + 1 }, text: '"""' })

/** The text's own stretches with each escape written anew; `null` where one cannot be. */
function chunkEdits(text: Text, source: string, rewrite: (escape: string) => string | null): readonly TextEdit[] | null {
  let possible = true
  const rewritten = ({ start, end }: Range): string =>
    source.slice(start, end).replace(/\\(?:u\{[^}]*\}|\{\{|[^{])?/g, (escape) => {
      const written = rewrite(escape)
      possible &&= written !== null
      return written ?? escape
    })
  const edits = chunksOf(text.parts).map(({ range }) => ({ range, text: rewritten(range) }))
  return possible ? edits.filter(({ range, text: written }) => written !== source.slice(range.start, range.end)) : null
}
