import type { BreadthParameters } from '../../tasks/index.ts'
import { text, texts } from './declarations.ts'
import type { FamilyDesigns } from './family-designs.ts'

/** One agent on all parts, on each part, with and without votes: the parts are split and their answers joined by pure steps. */
export function breadthDesigns({ parts, arithmetic }: BreadthParameters): FamilyDesigns {
  const most = parts.maximum
  const digits = String('modulo' in arithmetic ? arithmetic.modulo - 1 : arithmetic.range).length
  const side = (value: string): string => `parts_value = parts(expression) return join_parts(each item in parts_value { yield ${value} })`
  return {
    characters: '0123456789+-*;',
    // A number for each part, and a separator or the end.
    answerTokens: (digits + 1) * most,
    declarations: [
      `/// The parts of a task: "3+4;2*2" has two.
workflow parts(expression: string) -> string[${most}] {
  return first(split(expression, ";"), ${most})
}
`,
      `/// The answers to parts as the answer to a task.
workflow join_parts(answers: string[${most}]) -> string {
  return join(answers, ";")
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
      side('Answer(item)'),
      'parts_value = parts(expression) results = each item in parts_value { yield vote(sample 3 of Answer(item)) } return join_parts(results)',
      side('Answer(Answer(item))'),
      'parts_value = parts(expression) return vote(each item in parts_value { yield Answer(item) })',
    ],
    payingDesigns: [side('Answer(item)')],
    accepts: () => true,
  }
}
