import fc from 'fast-check'
import { smallerDesigns } from '../compiler/derivation/index.ts'
import type { DerivationSpecification, HalfProgram } from '../compiler/derivation/index.ts'
import { specificationOf } from './program-options.ts'
import type { ProgramOptions } from './program-options.ts'
import { randomProgram } from './random-program.ts'
import { testProgram } from './test-program.ts'
import type { TestProgram } from './test-program.ts'

/**
 * Programs that compile without an error, every construct of the language among them. They shrink to programs that compile:
 * first to fewer statements, then to simpler expressions, then to smaller numbers.
 *
 * @example
 * fc.assert(fc.property(wellTypedProgram({ limits: { calls: 10 } }), (program) => graphOf(program).bounds.calls <= 10))
 *
 * @throws RangeError where the declarations of the options do not compile.
 */
export const wellTypedProgram = (options: ProgramOptions = {}): fc.Arbitrary<TestProgram> =>
  new WellTypedPrograms(specificationOf(options))

class WellTypedPrograms extends fc.Arbitrary<TestProgram> {
  readonly #specification: DerivationSpecification

  constructor(specification: DerivationSpecification) {
    super()
    this.#specification = specification
  }

  override generate(random: fc.Random): fc.Value<TestProgram> {
    return valueOf(randomProgram(this.#specification, random))
  }

  /** A program given from outside says nothing of the choices that led to it. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the predicate of fast-check's own signature
  override canShrinkWithoutContext(_value: unknown): _value is TestProgram {
    return false
  }

  override shrink(_value: TestProgram, context: unknown): fc.Stream<fc.Value<TestProgram>> {
    return context instanceof Choices ? fc.stream(smallerDesigns(context.half)).map(valueOf) : fc.Stream.nil()
  }
}

/** What fast-check keeps beside a value, to shrink it. */
class Choices {
  readonly half: HalfProgram

  constructor(half: HalfProgram) {
    this.half = half
  }
}

const valueOf = (half: HalfProgram): fc.Value<TestProgram> => new fc.Value(testProgram(half), new Choices(half))
