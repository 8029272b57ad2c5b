import fc from 'fast-check'
import type { DerivationSpecification } from '../compiler/derivation/index.ts'
import type { Range } from '../grammar/index.ts'
import type { Mistake } from './mistakes/mistake.ts'
import { mistakes } from './mistakes/mistakes.ts'
import { changedAt } from './mistakes/mistake.ts'
import { Planting } from './mistakes/planting.ts'
import { specificationOf } from './program-options.ts'
import type { ProgramOptions } from './program-options.ts'
import { randomProgram } from './random-program.ts'
import { shownAs } from './shown-as.ts'
import { testProgram } from './test-program.ts'
import type { TestProgram } from './test-program.ts'

/** A program with exactly one mistake. A failing property shows its text, and what was planted where. */
export interface ProgramWithMistake {
  readonly text: string
  /** What was done, one of `plantableMistakes`. */
  readonly mistake: string
  /** The code that it has to be found as, such as `MAS3101`. */
  readonly code: string
  /** Where it has to be found: offsets in `text`, in UTF-16 units, the end exclusive. */
  readonly range: Range
  /** The same program without the mistake. */
  readonly right: TestProgram
}

/** What is planted and what it is found as, in the order of the codes. */
export const plantableMistakes: readonly { readonly name: string; readonly code: string }[] = mistakes.map(({ name, code }) => ({ name, code }))

export interface MistakeOptions extends ProgramOptions {
  /** Names of the mistakes to plant, of `plantableMistakes`: all of them where it is left out. */
  readonly mistakes?: readonly string[]
}

/**
 * Programs that compile but for one mistake: the compiler has to find that code at that place, and no other error. Warnings about
 * declarations that a program does not use (`MAS5002`, `MAS5008`, `MAS5009`) may stand beside it. They shrink to smaller programs with
 * the same mistake, which compile but for it.
 *
 * @example
 * fc.assert(fc.property(programWithMistake(), ({ text, code }) => findingsOfMyTool(text).includes(code)))
 *
 * @throws RangeError where the declarations of the options do not compile, or where they name a mistake that there is not.
 */
export const programWithMistake = ({ mistakes: names, ...options }: MistakeOptions = {}): fc.Arbitrary<ProgramWithMistake> =>
  new ProgramsWithMistake(specificationOf(options), names === undefined ? mistakes : names.map(mistakeCalled))

function mistakeCalled(name: string): Mistake {
  const mistake = mistakes.find((one) => one.name === name)
  if (mistake === undefined) throw new RangeError(`there is no mistake “${name}” to plant`)
  return mistake
}

/** How many programs are drawn for one mistake before another one is tried, and how many mistakes. */
const mostPrograms = 50
const mostMistakes = 20

class ProgramsWithMistake extends fc.Arbitrary<ProgramWithMistake> {
  readonly #specification: DerivationSpecification
  readonly #mistakes: readonly Mistake[]

  constructor(specification: DerivationSpecification, among: readonly Mistake[]) {
    super()
    this.#specification = specification
    this.#mistakes = among
  }

  /** The mistake is drawn first, so that those that few programs have a place for come up as often as others. */
  override generate(random: fc.Random): fc.Value<ProgramWithMistake> {
    for (let turn = 0; turn < mostMistakes; turn += 1) {
      const mistake = this.#mistakes[random.nextInt(0, Math.max(0, this.#mistakes.length - 1))]
      for (let draw = 0; mistake !== undefined && draw < mostPrograms; draw += 1) {
        const places = Planting.places(randomProgram(this.#specification, random), mistake)
        const place = places[random.nextInt(0, Math.max(0, places.length - 1))]
        if (place !== undefined) return valueOf(place)
      }
    }
    throw new RangeError(`no program has a place for ${this.#mistakes.map(({ name }) => `“${name}”`).join(', ')}`)
  }

  /** A program given from outside says nothing of the choices that led to it. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the predicate of fast-check's own signature
  override canShrinkWithoutContext(_value: unknown): _value is ProgramWithMistake {
    return false
  }

  override shrink(_value: ProgramWithMistake, context: unknown): fc.Stream<fc.Value<ProgramWithMistake>> {
    return context instanceof Planting ? fc.stream(context.smaller()).map(valueOf) : fc.Stream.nil()
  }
}

function valueOf(planting: Planting): fc.Value<ProgramWithMistake> {
  const { half, mistake: { name, code }, site } = planting
  const right = testProgram(half)
  const text = changedAt(right.text, site)
  const program: ProgramWithMistake = { text, mistake: name, code, range: site.found, right }
  const place = `${text.slice(0, site.found.start).split('\n').length}`
  return new fc.Value(shownAs(`\n${text}// ${code}, ${name}, in line ${place}\n`, program), planting)
}
