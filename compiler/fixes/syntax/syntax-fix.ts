import type { Range, SourceFile, SyntaxProblemDetails, SyntaxProblemKind } from '../../../grammar/index.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'

/** A syntax problem, and what it was found in. */
export interface SyntaxPlace<Kind extends SyntaxProblemKind> {
  readonly range: Range
  readonly details: SyntaxProblemDetails[Kind]
  readonly source: string
  readonly file: SourceFile
}

/** The repair of a kind of problem; `null` where this one has none that is certain. */
export type SyntaxFix<Kind extends SyntaxProblemKind> = (place: SyntaxPlace<Kind>) => Fix | null
