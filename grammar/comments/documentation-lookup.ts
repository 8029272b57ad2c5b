import type { Comment } from './comment.ts'

/**
 * Gives, for the place where a declaration starts, the `///` lines before it, without the slashes and one space after
 * them, joined by `\n`; `null` where there are none. Only white space (and `;`, which means nothing) stands between them and the
 * declaration, and only one line break and indentation between one line and the next.
 */
export function documentationLookup(source: string, comments: readonly Comment[]): (declaration: number) => string | null {
  const lines = comments.filter((comment) => comment.kind === 'documentation')
  if (lines.length === 0) return () => null
  const byEnd = new Map(lines.map((line) => [line.range.start + line.text.trimEnd().length, line]))
  const endBefore = (offset: number): number => textEndBefore(source, offset, byEnd)
  return (declaration) => {
    const found: string[] = []
    let line = byEnd.get(endBefore(declaration))
    while (line !== undefined) {
      found.push(line.text.replace(/^\/\/\/ ?/, '').trimEnd())
      const { start } = line.range
      const end = endBefore(start)
      line = source.slice(end, start).match(/\r\n|\n|\r/g)?.length === 1 ? byEnd.get(end) : undefined
    }
    return found.length === 0 ? null : found.reverse().join('\n')
  }
}

/** The end of whatever stands before a place, apart from white space and `;`, which may end a comment too. */
function textEndBefore(source: string, offset: number, comments: ReadonlyMap<number, Comment>): number {
  let end = offset
  while (end > 0 && !comments.has(end) && /[\s;]/.test(source.charAt(end - 1))) end--
  return end
}
