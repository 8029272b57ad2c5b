import { signs } from '../../tasks/index.ts'
import { text } from './declarations.ts'
import type { FamilyDesigns } from './family-designs.ts'

const agentOf = (sign: string): string => `Read${sign.toUpperCase()}`

/** An agent for all kinds, one for each kind, and one that tells kinds apart. */
export function routeDesigns(): FamilyDesigns {
  const arms = signs.map((sign) => `${sign} => { return ${agentOf(sign)}(expression) }`).join(' ')
  return {
    characters: `0123456789?${signs.join('')}`,
    answerTokens: 8,
    declarations: [
      ...signs.map(
        (sign) => `/// Reads tasks that begin with ${sign}.
agent ${agentOf(sign)}(expression: string) -> string {
  role "${sign}"
  max_tokens 8
}
`,
      ),
      `enum Kind {
  ${signs.join(', ')}
}
`,
      `/// The kind of a task.
agent Sort(expression: string) -> Kind {
  role "sign"
  max_tokens 8
  repairs 0
}
`,
    ],
    constructs: {
      statements: ['bind', 'match_return'],
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
      ...signs.map((sign) => `return ${agentOf(sign)}(expression)`),
      ...signs.map((sign) => `return vote(sample 3 of ${agentOf(sign)}(expression))`),
      `match Sort(expression) { ${arms} }`,
    ],
    payingDesigns: signs.map((sign) => `return ${agentOf(sign)}(expression)`),
    accepts: () => true,
  }
}
