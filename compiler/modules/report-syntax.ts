import type { Range, SourceFile, SyntaxProblemDetails, SyntaxProblemKind } from '../../grammar/index.ts'
import type { Message } from '../diagnostics/message.ts'
import type { Report } from '../diagnostics/reporter.ts'
import { syntaxMessages } from '../diagnostics/syntax-messages.ts'
import { fixSyntax } from '../fixes/syntax/syntax-fixes.ts'

interface Problem<Kind extends SyntaxProblemKind> {
  readonly kind: Kind
  readonly range: Range
  readonly details: SyntaxProblemDetails[Kind]
}

/** Where the problems of a file are reported. */
interface Found {
  readonly source: string
  readonly file: SourceFile
  readonly report: Report
}

/** Reports what the parser found, in the words of the registry. */
export function reportSyntax<Kind extends SyntaxProblemKind>(
  { kind, range, details }: Problem<Kind>,
  { source, file, report }: Found,
): void {
  const message: Message<SyntaxProblemDetails[Kind]> = syntaxMessages[kind]
  report(message, details, range, { fix: fixSyntax(kind, { range, details, source, file }) })
}
