import type { Diagnostic } from '../../compiler/index.ts'
import type { Channel } from '../terminal/terminal.ts'
import { printable } from '../terminal/printable.ts'
import { excerpt } from './excerpt.ts'
import { SourceLines } from './source-lines.ts'

/** The text of a file that a diagnostic names; `null` where it could not be read. */
export type SourceOf = (file: string) => string | null

const WIDEST_EXCERPT = 160
/** Columns that line numbers and the bar take beside an excerpt. */
const FRAME = 10

interface ShownPlace {
  readonly at: string
  readonly lines: readonly string[]
}

/**
 * A diagnostic for a person:
 *
 * ```
 * reflect.mas:27:30 error MAS3004: `Critic` takes 2 arguments, not 3
 * 27 |     review = Critic(problem, draft, 3)
 *    |                                     ^
 *   hint: …
 *   reflect.mas:20:7 `Critic` is declared here
 *   20 | agent Critic(problem: string, draft: Solution) -> Review {
 *      |       ^^^^^^
 * ```
 */
export function showDiagnostic(diagnostic: Diagnostic, sourceOf: SourceOf, channel: Channel): string {
  const { colors } = channel
  const color = diagnostic.severity === 'error' ? colors.red : colors.yellow
  const place = (file: string, range: Diagnostic['range'], mark: (text: string) => string): ShownPlace => {
    const source = sourceOf(file)
    if (source === null) return { at: printable(file), lines: [] }
    const lines = new SourceLines(source)
    const { line, column } = lines.positionAt(range.start)
    const width = Math.max(40, Math.min(WIDEST_EXCERPT, (channel.width ?? WIDEST_EXCERPT) - FRAME))
    return { at: `${printable(file)}:${line}:${column}`, lines: excerpt(lines, range, { frame: colors.dim, mark, width }) }
  }
  const main = place(diagnostic.file, diagnostic.range, color)
  const finding = color(`${diagnostic.severity} ${diagnostic.code}`)
  const heading = `${colors.bold(main.at)} ${finding}: ${printable(diagnostic.message)}`
  const hint = diagnostic.hint === undefined ? [] : [`  ${colors.cyan('hint:')} ${printable(diagnostic.hint)}`]
  const related = (diagnostic.related ?? []).flatMap(({ file, range, message }) => {
    const { at, lines } = place(file, range, colors.cyan)
    return [`  ${colors.bold(at)} ${printable(message)}`, ...lines.map((line) => `  ${line}`)]
  })
  return [heading, ...main.lines, ...hint, ...related].map((line) => `${line.trimEnd()}\n`).join('')
}
