import fc from 'fast-check'

interface Walk {
  /** How many times what was shrunk is shrunk again. */
  readonly levels: number
  /** How many candidates of one value are followed. */
  readonly breadth: number
}

/** Values with what they shrink to, and what that shrinks to: the value itself comes first. */
export const withShrunk = <Value>(arbitrary: fc.Arbitrary<Value>, walk: Walk): fc.Arbitrary<readonly Value[]> =>
  new WithShrunk(arbitrary, walk)

class WithShrunk<Value> extends fc.Arbitrary<readonly Value[]> {
  readonly #arbitrary: fc.Arbitrary<Value>
  readonly #walk: Walk

  constructor(arbitrary: fc.Arbitrary<Value>, walk: Walk) {
    super()
    this.#arbitrary = arbitrary
    this.#walk = walk
  }

  override generate(random: fc.Random): fc.Value<readonly Value[]> {
    const { levels, breadth } = this.#walk
    let level = [this.#arbitrary.generate(random, undefined)]
    const all = [...level]
    for (let turn = 0; turn < levels; turn += 1) {
      level = level.flatMap(({ value_: value, context }) => chosen(this.#arbitrary.shrink(value, context), breadth, random))
      all.push(...level)
    }
    return new fc.Value(all.map(({ value_: value }) => value), undefined)
  }

  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the predicate of fast-check's own signature
  override canShrinkWithoutContext(_value: unknown): _value is readonly Value[] {
    return false
  }

  override shrink(): fc.Stream<fc.Value<readonly Value[]>> {
    return fc.Stream.nil()
  }
}

/** At most so many of the candidates, some of the first among them and some later ones. */
function chosen<Item>(candidates: Iterable<Item>, count: number, random: fc.Random): readonly Item[] {
  const taken: Item[] = []
  for (const candidate of candidates) {
    if (taken.length === count) break
    if (random.nextInt(0, 7) === 0) taken.push(candidate)
  }
  return taken
}
