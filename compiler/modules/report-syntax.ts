import type { Range, SyntaxProblemDetails, SyntaxProblemKind } from '../../grammar/index.ts'
import type { Message } from '../diagnostics/message.ts'
import type { Report } from '../diagnostics/reporter.ts'
import { syntaxMessages } from '../diagnostics/syntax-messages.ts'

interface Problem<Kind extends SyntaxProblemKind> {
  readonly kind: Kind
  readonly range: Range
  readonly details: SyntaxProblemDetails[Kind]
}

/** Reports what the parser found, in the words of the registry. */
export function reportSyntax<Kind extends SyntaxProblemKind>({ kind, range, details }: Problem<Kind>, report: Report): void {
  const message: Message<SyntaxProblemDetails[Kind]> = syntaxMessages[kind]
  report(message, details, range)
}
