import { compileProgram } from '../compile/index.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import type { Example } from '../diagnostics/examples/example.ts'
import { allCodes } from '../diagnostics/registry.ts'
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
  /** `null` where no script alone can show it. */
  readonly example: PageExample | null
}

/** A wrong script, and the script put right; both are called `main.mas`. */
export interface PageExample {
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

/** What compiling the wrong script of an example says. */
export function reportedFor({ wrong, files }: PageExample): readonly Diagnostic[] {
  return compileProgram('main.mas', createMemoryReader(new Map([...files, ['main.mas', wrong]]))).diagnostics
}

function pageExample({ wrong, right, files = {} }: Example): PageExample {
  const plain = (script: string): string => `${script.replaceAll(/[«»]/g, '').trim()}\n`
  return { wrong: plain(wrong), right: plain(right), files: new Map(Object.entries(files).map(([path, text]) => [path, plain(text)])) }
}
