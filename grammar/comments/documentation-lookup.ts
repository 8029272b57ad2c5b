import type { Comment } from './comment.ts'

/**
 * Gives, for the place where a declaration starts, the `///` lines before it, without the slashes and one space after
 * them, joined by `\n`; `null` where there are none. Only white space stands between them and the declaration, and only
 * line breaks and indentation between one line and the next.
 */
export function documentationLookup(source: string, comments: readonly Comment[]): (declaration: number) => string | null {
  const lines = comments.filter((comment) => comment.kind === 'documentation')
  if (lines.length === 0) return () => null
  const byEnd = new Map(lines.map((line) => [line.range.end, line]))
  return (declaration) => {
    const found: string[] = []
    let line = byEnd.get(textEndBefore(source, declaration))
    while (line !== undefined) {
      found.unshift(line.text.replace(/^\/\/\/ ?/, '').trimEnd())
      line = byEnd.get(lineEndBefore(source, line.range.start))
    }
    return found.length === 0 ? null : found.join('\n')
  }
}

/** The end of whatever stands before a place, apart from white space. */
function textEndBefore(source: string, offset: number): number {
  let end = offset
  while (end > 0 && /\s/.test(source.charAt(end - 1))) end--
  return end
}

/** The end of the line above, when nothing but indentation stands between; -1 otherwise. */
function lineEndBefore(source: string, offset: number): number {
  let end = offset
  while (end > 0 && (source[end - 1] === ' ' || source[end - 1] === '\t')) end--
  if (source[end - 1] === '\n') return source[end - 2] === '\r' ? end - 2 : end - 1
  return source[end - 1] === '\r' ? end - 1 : -1
}
