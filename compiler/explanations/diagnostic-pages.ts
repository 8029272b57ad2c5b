import { compileProgram } from '../compile/index.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import type { Example } from '../diagnostics/examples/example.ts'
import { allCodes } from '../diagnostics/registry.ts'
import { checkGraphText } from '../graph-reader/check-graph-text.ts'
import { createMemoryReader } from '../modules/index.ts'
import { boundsExplanations } from './bounds-explanations.ts'
import { callsExplanations } from './calls-explanations.ts'
import { declarationsExplanations } from './declarations-explanations.ts'
import { duplicatesExplanations } from './duplicates-explanations.ts'
import type { Explanation } from './explanation.ts'
import { expressionsExplanations } from './expressions-explanations.ts'
import { graphExplanations } from './graph-explanations.ts'
import { importsExplanations } from './imports-explanations.ts'
import { namesExplanations } from './names-explanations.ts'
import { statementsExplanations } from './statements-explanations.ts'
import { syntaxExplanations } from './syntax-explanations.ts'
import { typesExplanations } from './types-explanations.ts'
import { warningsExplanations } from './warnings-explanations.ts'

/** All there is to say about one code. */
export interface DiagnosticPage extends Explanation {
  readonly code: string
  readonly severity: Severity
  /** `null` where no text alone can show it. */
  readonly example: PageExample | null
}

/** A wrong script or graph file, and the same put right. */
export interface PageExample {
  /** What both are called. */
  readonly name: 'main.mas' | 'main.json'
  readonly wrong: string
  readonly right: string
  /** Other files that both import, by path. */
  readonly files: ReadonlyMap<string, string>
}

const explanations: Readonly<Record<string, Explanation>> = {
  ...syntaxExplanations,
  ...namesExplanations,
  ...importsExplanations,
  ...duplicatesExplanations,
  ...typesExplanations,
  ...callsExplanations,
  ...expressionsExplanations,
  ...statementsExplanations,
  ...declarationsExplanations,
  ...boundsExplanations,
  ...graphExplanations,
  ...warningsExplanations,
}

/** The page of every code, in the order of the codes. */
export const diagnosticPages: readonly DiagnosticPage[] = allCodes.map(({ code, severity, name, example }) => {
  const explanation = explanations[name]
  if (explanation === undefined) throw new Error(`${code} has no explanation`)
  return { code, severity, ...explanation, example: example === null ? null : pageExample(example) }
})

/** The page of a code, in upper or lower case; `null` where there is no such code. */
export const diagnosticPage = (code: string): DiagnosticPage | null =>
  diagnosticPages.find((page) => page.code === code.toUpperCase()) ?? null

/** What is said about the wrong text of an example. */
export const reportedFor = (example: PageExample): readonly Diagnostic[] => reportedAbout(example.wrong, example)

/** What is said about a text that stands in the place of those of the example. */
export function reportedAbout(text: string, { name, files }: PageExample): readonly Diagnostic[] {
  if (name === 'main.json') return checkGraphText(name, text).diagnostics
  return compileProgram(name, createMemoryReader(new Map([...files, [name, text]]))).diagnostics
}

function pageExample({ wrong, right, name, files = {} }: Example): PageExample {
  const plain = (text: string): string => `${text.replaceAll(/[«»]/g, '').trim()}\n`
  const others = new Map(Object.entries(files).map(([path, text]) => [path, plain(text)]))
  return { name: name ?? 'main.mas', wrong: plain(wrong), right: plain(right), files: others }
}
