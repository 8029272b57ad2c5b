import type { SyntaxProblem } from '../../grammar/index.ts'
import type { Diagnostic } from './diagnostic.ts'

/** A finding of the parser in the words of the registry. */
export function syntaxDiagnostic(file: string, problem: SyntaxProblem): Diagnostic {
  return { code: 'MAS1000', severity: 'error', message: problem.kind, file, range: problem.range }
}
