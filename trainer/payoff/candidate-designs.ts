import { derivationOf, enumerateDesigns, finishedText, legalChoices, choose, randomDesign, startDerivation } from '../../compiler/derivation/index.ts'
import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { DesignCompiler } from '../training/compile-design.ts'
import { designForm } from './design-form.ts'

/** A design to be measured. */
export interface CandidateDesign {
  readonly text: string
  readonly graph: Graph
  readonly form: string
  /** Choices among at least two that it takes to write; 0 where it lies outside the space and is given. */
  readonly choices: number
}

export interface CandidateSettings {
  /** Designs that are looked at whatever their size. */
  readonly given: readonly string[]
  /** All designs of at most so many choices; fewer where there are more than `most`. */
  readonly mostChoices: number
  readonly most: number
  /** Draws of larger ones, every legal choice as likely. */
  readonly sampled: number
  readonly seed: number
}

export interface Candidates {
  readonly designs: readonly CandidateDesign[]
  /** All designs of at most so many choices are among them. */
  readonly completeTo: number
}

/** The designs given, all small ones, and some drawn from the rest; each text once. */
export function candidateDesigns(specification: DerivationSpecification, settings: CandidateSettings): Candidates {
  const { completeTo, texts: small } = smallDesigns(specification, settings)
  const random = randomStream(settings.seed, 'candidate designs')
  const drawn = Array.from({ length: settings.sampled }, () => finishedText(randomDesign(specification, random.next)) ?? '')
  const compiler = new DesignCompiler()
  const given = settings.given.map((text) => canonicalText(specification, text) ?? text)
  const designs = [...new Set([...given, ...small, ...drawn])].flatMap((text): readonly CandidateDesign[] => {
    const compiled = compiler.compile(text)
    if (compiled.kind === 'rejected') return []
    return [{ text, graph: compiled.graph, form: designForm(compiled.graph), choices: freeChoices(specification, text) }]
  })
  return { designs, completeTo }
}

/** As many sizes as fit, none cut in two. */
function smallDesigns(specification: DerivationSpecification, { mostChoices, most }: CandidateSettings): { readonly completeTo: number; readonly texts: readonly string[] } {
  let found: { readonly completeTo: number; readonly texts: readonly string[] } = { completeTo: 0, texts: [] }
  for (let size = 1; size <= mostChoices; size += 1) {
    const texts: string[] = []
    for (const half of enumerateDesigns(specification, size)) {
      if (texts.length >= most) return found
      texts.push(finishedText(half) ?? '')
    }
    found = { completeTo: size, texts }
  }
  return found
}

/** The text as the derivation writes it; `null` where it lies outside the space. */
export function canonicalText(specification: DerivationSpecification, text: string): string | null {
  const choices = derivationOf(specification, text)
  return choices === null ? null : finishedText(choices.reduce(choose, startDerivation(specification)))
}

function freeChoices(specification: DerivationSpecification, text: string): number {
  let half = startDerivation(specification)
  let free = 0
  for (const choice of derivationOf(specification, text) ?? []) {
    if (legalChoices(half).length > 1) free += 1
    half = choose(half, choice)
  }
  return free
}
