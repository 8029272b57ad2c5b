import { createFileReader, legalNamesOf } from '../../compiler/index.ts'
import { exportGrammar, grammarFormats } from '../../grammar/index.ts'
import type { GrammarFormat, LegalNames } from '../../grammar/index.ts'
import { nameHint } from '../../runtime/configuration/index.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'

export interface GrammarOptions {
  readonly format: string
  readonly for?: string
  readonly out?: string
}

/** Prints the grammar of the language, or of a workflow behind the declarations of a script. */
export function grammarCommand(options: GrammarOptions, terminal: Terminal): ExitCode {
  const { format } = options
  if (!isFormat(format)) return complain(terminal, `There is no format "${format}".${nameHint(format, grammarFormats)}`)
  if (options.for === undefined) return write(format, null, options.out, terminal)
  if (format === 'textmate') {
    return complain(terminal, 'A textmate grammar colours every script: leave --for out, or choose another format.')
  }
  const { compiled, names } = legalNamesOf(options.for, createFileReader())
  if (names === null) {
    showErrors(compiled, terminal)
    return exitOfCompiling(compiled)
  }
  return write(format, names, options.out, terminal)
}

function write(format: GrammarFormat, names: LegalNames | null, out: string | undefined, terminal: Terminal): ExitCode {
  const text = exportGrammar(format, names)
  if (out === undefined) {
    terminal.out.write(text)
    return EXIT.ok
  }
  const problem = writeWholeFile(out, text)
  return problem === null ? EXIT.ok : complain(terminal, problem)
}

const isFormat = (format: string): format is GrammarFormat => (grammarFormats as readonly string[]).includes(format)
