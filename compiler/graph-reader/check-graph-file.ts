import { readFileSync, statSync } from 'node:fs'
import type { CompiledFile } from '../compile/compiled-file.ts'
import { importsMessages } from '../diagnostics/imports-messages.ts'
import { createReporter } from '../diagnostics/reporter.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import { checkGraphText } from './check-graph-text.ts'
import { longestGraphText } from './read-graph.ts'

/** Reads a graph from the disk: a file with one workflow, as compiling gives it, or with what is wrong with the graph. */
export function checkGraphFile(path: string): CompiledFile {
  const reporter = createReporter(path)
  const text = textAt(path, reporter)
  if (text === null) return { path, diagnostics: reporter.diagnostics(), workflows: [], sources: new Map(), program: null }
  return checkGraphText(path, text)
}

function textAt(path: string, { report }: Reporter): string | null {
  const nowhere = { start: 0, end: 0 }
  const refuse = (what: string): null => {
    report(importsMessages.fileUnreadable, { message: `\`"${path}"\` ${what}.`, hint: null }, nowhere)
    return null
  }
  try {
    const status = statSync(path)
    if (!status.isFile()) return refuse('is not a file')
    // A character takes three bytes at most for each UTF-16 unit.
    if (status.size > 3 * longestGraphText) return refuse(`is longer than ${3 * longestGraphText} bytes`)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      report(importsMessages.fileMissing, { message: `There is no file \`"${path}"\`.`, hint: null }, nowhere)
      return null
    }
    return refuse(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `cannot be read (${code})`)
  }
}
