import { lexemesOf, parse } from '../../grammar/index.ts'
import { createReporter } from '../diagnostics/reporter.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { render } from '../layout/index.ts'
import { reportSyntax } from '../modules/index.ts'
import { fileDocument } from '../print/index.ts'
import { SourceTokens } from './source-tokens.ts'

export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** It has syntax errors: it is not known what it says. */
  | { readonly kind: 'errors'; readonly diagnostics: readonly Diagnostic[] }

/**
 * A script in canonical layout: the same words and comments in the same order, with other white space, without `;`, and with a
 * comma after the last item of a list exactly where the items stand on lines of their own. `path` is what diagnostics name.
 *
 * The text has no byte order mark, its lines end with `\n`, and what was formatted once stays as it is.
 */
export function formatScript(path: string, script: string): Formatted {
  const source = script.replace(/\r\n?/g, '\n')
  const { file, problems, comments } = parse(source)
  if (problems.length > 0) {
    const reporter = createReporter(path)
    const given = parse(script)
    for (const problem of given.problems) reportSyntax(problem, { source: script, file: given.file, report: reporter.report })
    return { kind: 'errors', diagnostics: reporter.diagnostics() }
  }
  const text = render(fileDocument(file, new SourceTokens(source, lexemesOf(source), comments))).trim()
  return { kind: 'formatted', text: text === '' ? '' : `${text}\n` }
}
