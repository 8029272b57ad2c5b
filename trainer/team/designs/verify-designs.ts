import type { VerifyParameters } from '../../tasks/index.ts'
import { placeNames } from '../../tasks/index.ts'
import { text } from './declarations.ts'
import type { FamilyDesigns } from './family-designs.ts'

/** An agent that finds and one that checks: alone, voted on, in loops. */
export function verifyDesigns({ places }: VerifyParameters): FamilyDesigns {
  const retry = (most: number, check = 'Check(expression, answer)'): string =>
    `answer = Answer(expression) repeat max ${most} { stop when ${check} answer = Answer(expression) } return answer`
  return {
    characters: `0123456789>${placeNames.slice(0, places.maximum)}truefals`,
    answerTokens: 8,
    declarations: [
      `/// Whether the digit that is looked for is at the place.
agent Check(expression: string, place: string) -> bool {
  role "check"
  max_tokens 8
  repairs 0
}
`,
    ],
    constructs: {
      statements: ['bind', 'rebind', 'repeat', 'stop'],
      expressions: ['name', 'call', 'builtin', 'sample'],
      builtins: ['vote'],
      integers: [2, 3, 5],
      strings: [],
      bindings: [text],
    },
    limits: { statements: 5, nesting: 1, expressionDepth: 3, unread: 1, namesakes: 1 },
    startDesigns: [
      'return Answer(expression)',
      'return vote(sample 3 of Answer(expression))',
      'return vote(sample 5 of Answer(expression))',
      ...[2, 3, 5].map((most) => retry(most)),
      ...[2, 3].map((most) => retry(most, 'vote(sample 3 of Check(expression, answer))')),
    ],
    payingDesigns: [retry(5)],
    accepts: () => true,
  }
}
