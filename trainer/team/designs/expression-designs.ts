import { depthFamily } from '../../tasks/index.ts'
import type { ResolvedFamily } from '../../tasks/index.ts'
import { arithmeticCharacters, isWithinReach } from '../arithmetic-domain.ts'
import { arithmeticDesigns, expressionBodies, loopOf, reduceAgent } from '../arithmetic-designs.ts'
import type { FamilyDesigns } from './family-designs.ts'

/** The designs of the families of single expressions: answers, votes, and loops that carry out one operation at a time. */
export function expressionDesigns({ family, parameters }: Extract<ResolvedFamily, { readonly family: 'depth' | 'robustness' | 'plain' }>): FamilyDesigns {
  const { constructs, limits } = arithmeticDesigns(1)
  return {
    characters: arithmeticCharacters,
    answerTokens: 8,
    declarations: [reduceAgent],
    constructs,
    limits,
    startDesigns: expressionBodies,
    payingDesigns: [payingDesign(family)],
    accepts: isWithinReach,
    // One operation has few texts, and those held out hold facts that no other text has: shown as expressions, they are known.
    startFamilies: family === 'depth' ? [] : [depthFamily({ ...parameters, operators: { minimum: 1, maximum: 1 }, parentheses: false })],
  }
}

function payingDesign(family: 'depth' | 'robustness' | 'plain'): string {
  switch (family) {
    case 'depth':
      return loopOf(5, 'Reduce(current)')
    case 'robustness':
      return 'return vote(sample 5 of Answer(expression))'
    case 'plain':
      return 'return Answer(expression)'
  }
}
