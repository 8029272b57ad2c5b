import { choiceVocabulary, choose, finishedText, legalChoices, startDerivation } from '../../compiler/derivation/index.ts'
import type { DerivationSpecification, HalfProgram } from '../../compiler/derivation/index.ts'
import type { DesignSpace } from './design-space.ts'

/** The programs of a derivation as a designer's space: one choice per grammar position, each completable within the limits. */
export function derivedDesignSpace(specification: DerivationSpecification): DesignSpace<HalfProgram> {
  const labels = choiceVocabulary(specification)
  const ids = new Map(labels.map((label, id) => [label, id]))
  const idOf = (label: string): number => {
    const id = ids.get(label)
    if (id === undefined) throw new Error(`the vocabulary lacks ${label}`)
    return id
  }
  const remembered = new WeakMap<HalfProgram['position'], readonly number[]>()
  return {
    labels,
    start: startDerivation(specification),
    legal: (half) => {
      const known = remembered.get(half.position)
      if (known !== undefined) return known
      const legal = legalChoices(half).map((choice) => idOf(choice.label)).sort((a, b) => a - b)
      remembered.set(half.position, legal)
      return legal
    },
    choose: (half, choice) => choose(half, { label: labels[choice] ?? '' }),
    text: finishedText,
  }
}

/** Choices by label as positions in the space's labels. */
export function choicesOf(space: DesignSpace, labels: readonly string[]): readonly number[] {
  return labels.map((label) => {
    const position = space.labels.indexOf(label)
    if (position < 0) throw new Error(`the space has no choice ${label}`)
    return position
  })
}
