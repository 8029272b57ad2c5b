import type { Pure } from '../../graph/index.ts'

/** What a condition tells where it has turned out one way: paths that are there; `null` where it cannot turn out so. */
export type Told = readonly string[] | null

/** `x`, `x.field` and so on as one text; `null` for other expressions. Ids are any texts, so they are quoted. */
export function pathOf(pure: Pure): string | null {
  if (pure.kind === 'value') return JSON.stringify(pure.id)
  if (pure.kind !== 'field') return null
  const path = pathOf(pure.of)
  return path === null ? null : `${path}.${pure.name}`
}

/** What is known at one point of a block: the paths that are not `none` there, and whether the run can come there at all. */
export class Knowledge {
  readonly #around: Knowledge | null
  readonly #present = new Set<string>()
  #isReachable: boolean

  constructor(around: Knowledge | null = null) {
    this.#around = around
    this.#isReachable = around?.isReachable ?? true
  }

  get isReachable(): boolean {
    return this.#isReachable
  }

  isPresent(path: string): boolean {
    return this.#present.has(path) || (this.#around?.isPresent(path) ?? false)
  }

  learn(told: Told): void {
    if (told === null) this.#isReachable = false
    else for (const path of told) this.#present.add(path)
  }

  /** The same and more, inside a block or the right side of an operator. */
  inside(told: Told = []): Knowledge {
    const inner = new Knowledge(this)
    inner.learn(told)
    return inner
  }

  /** Takes on what every branch that came to its end has learned. */
  merge(branches: readonly Knowledge[]): void {
    const [first, ...rest] = branches.filter((branch) => branch.isReachable)
    this.learn(first === undefined ? null : [...first.#present].filter((path) => rest.every((other) => other.isPresent(path))))
  }
}
