import { diagnosticPage, diagnosticPages, reportedFor } from '../../compiler/explanations/index.ts'
import type { DiagnosticPage, PageExample } from '../../compiler/explanations/index.ts'
import { nearestNames } from '../../compiler/diagnostics/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Channel, Terminal } from '../terminal/terminal.ts'
import { showDiagnostic } from '../text/show-diagnostic.ts'

/** Prints the page of a diagnostic code, or a line for every code. */
export function explainCommand(code: string | undefined, terminal: Terminal): ExitCode {
  if (code === undefined) {
    for (const page of diagnosticPages) terminal.out.write(`${page.code}  ${page.severity.padEnd(7)}  ${page.title}\n`)
    return EXIT.ok
  }
  const page = diagnosticPage(/^\d{4}$/.test(code) ? `MAS${code}` : code)
  if (page === null) return complain(terminal, `There is no code "${code}". ${advice(code)}`)
  terminal.out.write(pageText(page, terminal.out))
  return EXIT.ok
}

function advice(code: string): string {
  const nearest = nearestNames(code.toUpperCase(), diagnosticPages.map((page) => page.code)).slice(0, 3)
  return nearest.length === 0 ? '"mas explain" lists them all.' : `The nearest ${nearest.length === 1 ? 'is' : 'are'} ${nearest.join(', ')}.`
}

function pageText({ code, severity, title, why, remedy, example }: DiagnosticPage, out: Channel): string {
  const { colors } = out
  const color = severity === 'error' ? colors.red : colors.yellow
  const parts = [
    `${color(`${severity} ${code}`)}: ${title}\n`,
    paragraph(why, out),
    ...(example === null ? [] : [wrongProgram(example, out)]),
    paragraph(remedy, out),
    ...(example === null ? [] : [`${colors.bold('Right:')}\n${indented(example.right)}`]),
  ]
  return parts.join('\n')
}

function wrongProgram(example: PageExample, out: Channel): string {
  const { bold } = out.colors
  const files = [...example.files].map(([path, text]) => `${bold(`${path}:`)}\n${indented(text)}`)
  const sources = new Map([...example.files, [example.name, example.wrong]])
  const said = reportedFor(example).map((found) => showDiagnostic(found, (file) => sources.get(file) ?? null, out))
  return [...files, `${bold('Wrong:')}\n${indented(example.wrong)}`, indented(said.join(''))].join('\n')
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** The sentences in lines as wide as the terminal, at most 100 columns. */
function paragraph(text: string, { width }: Channel): string {
  const most = Math.max(40, Math.min(100, width ?? 100))
  const lines = text.split(' ').reduce<readonly string[]>((done, word) => {
    const last = done.at(-1)
    return last === undefined || last.length + 1 + word.length > most ? [...done, word] : [...done.slice(0, -1), `${last} ${word}`]
  }, [])
  return `${lines.join('\n')}\n`
}
