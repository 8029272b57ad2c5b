import { finishedText, smallerDesigns } from '../../compiler/derivation/index.ts'
import type { HalfProgram } from '../../compiler/derivation/index.ts'
import { groundOf } from './ground.ts'
import type { Mistake, Site } from './mistake.ts'

/** A mistake at one of the places that a program has for it. */
export class Planting {
  readonly half: HalfProgram
  readonly mistake: Mistake
  readonly site: Site
  /** Which of the places it is. */
  readonly #place: number
  readonly #places: number

  private constructor(half: HalfProgram, mistake: Mistake, sites: readonly Site[], place: number, site: Site) {
    this.half = half
    this.mistake = mistake
    this.site = site
    this.#place = place
    this.#places = sites.length
  }

  /** The mistake at every place of a finished program. */
  static places(half: HalfProgram, mistake: Mistake): readonly Planting[] {
    const text = finishedText(half) ?? ''
    const sites = mistake.sites(groundOf({ text, workflow: half.space.space.specification.workflow.name }))
    return sites.map((site, place) => new Planting(half, mistake, sites, place, site))
  }

  /**
   * The same mistake in smaller programs, as far from the first or from the last of its places as it is here; then at earlier places of
   * this program. Looking for ever smaller ones ends.
   */
  *smaller(): Generator<Planting> {
    for (const half of smallerDesigns(this.half)) {
      const places = Planting.places(half, this.mistake)
      const fromStart = Math.min(this.#place, places.length - 1)
      const fromEnd = Math.max(0, places.length - (this.#places - this.#place))
      for (const place of new Set([fromStart, fromEnd])) {
        const planting = places[place]
        if (planting !== undefined) yield planting
      }
    }
    const here = Planting.places(this.half, this.mistake)
    for (const place of new Set([0, Math.floor(this.#place / 2), this.#place - 1])) {
      const planting = here[place]
      if (place < this.#place && planting !== undefined) yield planting
    }
  }
}
