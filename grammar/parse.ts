import type { Comment } from './comments/comment.ts'
import { documentationLookup } from './comments/documentation-lookup.ts'
import { tokenize } from './lexer/tokenize.ts'
import { sharedParser } from './parser/shared-parser.ts'
import { checkPlacement } from './placement/check-placement.ts'
import { isRepaired } from './problems/is-repaired.ts'
import { byPlace, mostProblems, settleProblems } from './problems/settle-problems.ts'
import type { SyntaxProblem } from './problems/syntax-problem.ts'
import type { Declaration, SourceFile } from './syntax/index.ts'

/** What `parse` makes of a file. */
export interface ParseResult {
  readonly file: SourceFile
  /** In the order of their places, no two at one place, at most 100. */
  readonly problems: readonly SyntaxProblem[]
  /** Words in text that recovery skipped: it is not known what they declare or use. */
  readonly skippedNames: ReadonlySet<string>
  readonly comments: readonly Comment[]
}

/**
 * Reads a file. Never throws, whatever the text: what is wrong with it is in `problems`, and the tree holds what could be
 * read.
 */
export function parse(source: string): ParseResult {
  const { tokens, comments, problems: found, skippedNames: unread } = tokenize(source)
  const reading = sharedParser.read(source, tokens, documentationLookup(source, comments))
  const skippedNames = new Set([...unread, ...reading.skippedNames])
  const problems = settleProblems(source, tokens, found, reading.problems)
  const file = withDamage(reading.file, problems)
  const misplaced = misplacedIn(file)
  if (misplaced.length === 0) return { file, problems, skippedNames, comments }
  const all = [...problems, ...misplaced].toSorted(byPlace).slice(0, mostProblems)
  return { file: withDamage(file, all), problems: all, skippedNames, comments }
}

/** Marks the declarations that something was lost of: in them, or between them and the next one. */
function withDamage(file: SourceFile, problems: readonly SyntaxProblem[]): SourceFile {
  const damages = problems.filter((problem) => !isRepaired(problem))
  if (damages.length === 0) return file
  const declarations = file.declarations.map((declaration, index): Declaration => {
    const end = file.declarations[index + 1]?.range.start ?? Infinity
    const damaged = damages.some(({ range }) => range.start >= declaration.range.start && range.start < end)
    return damaged ? { ...declaration, damaged } : declaration
  })
  return { ...file, declarations }
}

/** Where something was lost of a workflow, its statements may not stand where the author put them. */
function misplacedIn(file: SourceFile): SyntaxProblem[] {
  const problems: SyntaxProblem[] = []
  for (const declaration of file.declarations) {
    if (declaration.kind === 'workflow' && !declaration.damaged) checkPlacement(declaration, (problem) => problems.push(problem))
  }
  return problems
}
