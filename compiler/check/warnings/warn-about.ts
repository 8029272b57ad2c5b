import type { DeclaredModule } from '../../names/declare-module.ts'
import type { Body } from '../body.ts'
import type { AgentSymbol, WorkflowSymbol } from '../checked-program.ts'
import { warnAlikeSamples } from './alike-samples.ts'
import { warnForgottenParameters } from './forgotten-parameters.ts'
import { warnLatexEscapes } from './latex-escapes.ts'
import { warnSingleBraces } from './single-braces.ts'
import { warnUnchangingStops } from './unchanging-stops.ts'
import { warnUnusedDeclarations } from './unused-declarations.ts'
import { warnUnusedResults } from './unused-results.ts'

export interface CheckedBody {
  readonly symbol: AgentSymbol | WorkflowSymbol
  readonly body: Body
}

/** Warns about what is legal and probably not meant, in a file without errors: an error may be why something looks unused. */
export function warnAbout(module: DeclaredModule, bodies: readonly CheckedBody[], isEntry: boolean): void {
  warnUnusedDeclarations(module, isEntry)
  for (const { symbol, body } of bodies) {
    for (const text of body.texts) {
      warnSingleBraces(text, body)
      warnLatexEscapes(text, body)
    }
    if (symbol.kind === 'agent') {
      warnForgottenParameters(symbol, body.report)
    } else {
      const { statements } = symbol.declaration.body
      warnUnusedResults(body)
      warnUnchangingStops(statements, body)
      warnAlikeSamples(statements, body)
    }
  }
}
