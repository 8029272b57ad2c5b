import { readFileSync, statSync } from 'node:fs'
import type { CompiledFile } from '../compile/compiled-file.ts'
import { graphMessages } from '../diagnostics/graph-messages.ts'
import { importsMessages } from '../diagnostics/imports-messages.ts'
import { createReporter } from '../diagnostics/reporter.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import type { GraphStage } from './graph-problem.ts'
import { longestGraphText, readGraph } from './read-graph.ts'

const messages = {
  json: graphMessages.graphNotJson,
  shape: graphMessages.graphShape,
  size: graphMessages.graphTooLarge,
  structure: graphMessages.graphStructure,
  types: graphMessages.graphTypes,
  bounds: graphMessages.graphBounds,
} as const satisfies Readonly<Record<GraphStage, unknown>>

/** Reads a graph from the disk: a file with one workflow, as compiling gives it, or with what is wrong with the graph. */
export function checkGraphFile(path: string): CompiledFile {
  const reporter = createReporter(path)
  const text = textAt(path, reporter)
  if (text === null) return { path, diagnostics: reporter.diagnostics(), workflows: [], sources: new Map(), program: null }
  const { value, problems } = readGraph(text)
  for (const { stage, place, text: at, message, remedy } of problems) {
    reporter.report(messages[stage], { place, message, hint: remedy }, at?.range ?? { start: 0, end: 0 })
  }
  const workflows =
    value === null ? [] : [{ name: value.workflow, exported: false, compiled: { kind: 'graph', graph: value } } as const]
  return { path, diagnostics: reporter.diagnostics(), workflows, sources: new Map([[path, text]]), program: null }
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
