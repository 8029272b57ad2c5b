import { tagLetters } from '../../tasks/index.ts'
import type { ResolvedFamily } from '../../tasks/index.ts'
import { arithmeticCharacters, isWithinReach } from '../arithmetic-domain.ts'
import { arithmeticDesigns, expressionBodies, loopOf, reduceAgent } from '../arithmetic-designs.ts'
import type { FamilyDesigns } from './family-designs.ts'

/** The designs of the families of single expressions: answers, votes, and loops that carry out one operation at a time. */
export function expressionDesigns({ family, parameters }: Extract<ResolvedFamily, { readonly family: 'depth' | 'robustness' | 'plain' }>): FamilyDesigns {
  const { constructs, limits } = arithmeticDesigns(1)
  return {
    characters: `${arithmeticCharacters}${tagLetters(parameters.tags)}`,
    answerTokens: 8,
    declarations: [reduceAgent],
    constructs,
    limits,
    startDesigns: expressionBodies,
    payingDesigns: [payingDesign(family)],
    accepts: isWithinReach,
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
