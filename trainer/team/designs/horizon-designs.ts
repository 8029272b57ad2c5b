import { horizonLetters } from '../../tasks/index.ts'
import type { HorizonParameters } from '../../tasks/index.ts'
import { text, texts } from './declarations.ts'
import type { FamilyDesigns } from './family-designs.ts'

/** One agent on a text or on its pieces, and on what it said of them: splitting and joining are pure steps. */
export function horizonDesigns({ letters, modulo, window }: HorizonParameters): FamilyDesigns {
  const most = Math.ceil(letters.maximum / window)
  const totals = (piece: string, merge: string): string =>
    `pieces_value = pieces(expression) results = each item in pieces_value { yield ${piece} } return ${merge}`
  return {
    characters: horizonLetters(modulo),
    answerTokens: 8,
    declarations: [
      `/// Pieces of a text that are short enough to be read.
workflow pieces(expression: string) -> string[${most}] {
  return first(chunks(expression, ${window}), ${most})
}
`,
      `/// One text of several.
workflow join_pieces(texts: string[${most}]) -> string {
  return join(texts, "")
}
`,
    ],
    constructs: {
      statements: ['bind'],
      expressions: ['name', 'call', 'builtin', 'sample', 'each'],
      builtins: ['vote'],
      integers: [2, 3, 5],
      strings: [],
      bindings: [text, texts(most)],
    },
    limits: { statements: 3, nesting: 1, expressionDepth: 4, unread: 1, namesakes: 1 },
    startDesigns: [
      'return Answer(expression)',
      'return Answer(Answer(expression))',
      'return vote(sample 3 of Answer(expression))',
      'return vote(sample 5 of Answer(expression))',
      totals('Answer(item)', 'Answer(join_pieces(results))'),
      totals('Answer(item)', 'join_pieces(results)'),
      totals('vote(sample 3 of Answer(item))', 'Answer(join_pieces(results))'),
      totals('vote(sample 3 of Answer(item))', 'vote(sample 3 of Answer(join_pieces(results)))'),
      'pieces_value = pieces(expression) return vote(each item in pieces_value { yield Answer(item) })',
    ],
    payingDesigns: [totals('Answer(item)', 'Answer(join_pieces(results))')],
    accepts: () => true,
  }
}
