import { formatScript } from '../../compiler/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { readInput, readScript } from '../format/read-script.ts'
import type { ReadScript } from '../format/read-script.ts'
import { replaceFile } from '../files/replace-file.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { showDiagnostic } from '../text/show-diagnostic.ts'

export interface FormatOptions {
  readonly check?: boolean
}

const standardInput = '-'

/** Brings scripts into canonical layout. What cannot be formatted is left as it is and told; the others are formatted. */
export async function formatCommand(files: readonly string[], options: FormatOptions, terminal: Terminal): Promise<ExitCode> {
  const isChecked = options.check === true
  if (files.includes(standardInput)) {
    if (files.length > 1) return complain(terminal, '- stands for standard input, and no other file can stand beside it')
    return formatOne(standardInput, await readInput(process.stdin), isChecked, terminal)
  }
  const exits = [...new Set(files)].map((file) => formatOne(file, readScript(file), isChecked, terminal))
  return exits.includes(EXIT.usage) ? EXIT.usage : exits.includes(EXIT.scriptErrors) ? EXIT.scriptErrors : EXIT.ok
}

/** Formats one script and writes it back, or to standard output; its name is written where it changed, or would. */
function formatOne(file: string, script: ReadScript, isChecked: boolean, terminal: Terminal): ExitCode {
  if (script.kind === 'error') return complain(terminal, script.message)
  const source = script.text.replace(/^\uFEFF/, '')
  const formatted = formatScript(file, source)
  if (formatted.kind === 'errors') {
    for (const diagnostic of formatted.diagnostics) terminal.err.write(showDiagnostic(diagnostic, () => source, terminal.err))
    return EXIT.scriptErrors
  }
  const isDifferent = formatted.text !== script.text
  if (isChecked) {
    if (isDifferent) terminal.out.write(`${printable(file)}\n`)
    return isDifferent ? EXIT.scriptErrors : EXIT.ok
  }
  if (script.place === null) {
    terminal.out.write(formatted.text)
  } else if (isDifferent) {
    const problem = replaceFile(script.place, formatted.text)
    if (problem !== null) return complain(terminal, `${file} ${problem}`)
    terminal.out.write(`${printable(file)}\n`)
  }
  return EXIT.ok
}
