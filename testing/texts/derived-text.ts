import fc from 'fast-check'
import type { CharacterGrammar } from '../../grammar/export/index.ts'
import type { Derived } from './derived.ts'
import { randomDerived } from './random-derived.ts'
import { Shortest } from './shortest.ts'
import { smallerDerived } from './smaller-derived.ts'

/** Texts that the grammar derives. They shrink to shorter ones that it derives too. */
export const derivedText = (grammar: CharacterGrammar): fc.Arbitrary<string> => new DerivedTexts(new Shortest(grammar))

class DerivedTexts extends fc.Arbitrary<string> {
  readonly #shortest: Shortest

  constructor(shortest: Shortest) {
    super()
    this.#shortest = shortest
  }

  override generate(random: fc.Random): fc.Value<string> {
    return valueOf(randomDerived(this.#shortest, random))
  }

  /** A text given from outside says nothing of how it is derived. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the predicate of fast-check's own signature
  override canShrinkWithoutContext(_value: unknown): _value is string {
    return false
  }

  override shrink(_value: string, context: unknown): fc.Stream<fc.Value<string>> {
    return context instanceof Derivation ? fc.stream(smallerDerived(this.#shortest, context.derived)).map(valueOf) : fc.Stream.nil()
  }
}

/** What fast-check keeps beside a text, to shrink it. */
class Derivation {
  readonly derived: Derived

  constructor(derived: Derived) {
    this.derived = derived
  }
}

const valueOf = (derived: Derived): fc.Value<string> => new fc.Value(derived.text, new Derivation(derived))
