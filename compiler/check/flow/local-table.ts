import type { Local } from './environment.ts'

/** So many locals are added one by one before they are put into a map of their own. */
const chunk = 32

/**
 * The locals at one point, by name. Never changed: `with` gives another table, which shares nearly everything with this
 * one, so that a long workflow costs little more than a short one for each of its names.
 */
export class LocalTable {
  static readonly empty = new LocalTable(new Map(), [])

  readonly #settled: ReadonlyMap<string, Local>
  readonly #recent: readonly Local[]

  private constructor(settled: ReadonlyMap<string, Local>, recent: readonly Local[]) {
    this.#settled = settled
    this.#recent = recent
  }

  get(name: string): Local | undefined {
    return this.#recent.findLast((local) => local.name === name) ?? this.#settled.get(name)
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  with(local: Local): LocalTable {
    if (this.#recent.length < chunk) return new LocalTable(this.#settled, [...this.#recent, local])
    return new LocalTable(new Map([...this.byName(), [local.name, local]]), [])
  }

  values(): Iterable<Local> {
    return this.byName().values()
  }

  names(): Iterable<string> {
    return this.byName().keys()
  }

  private byName(): ReadonlyMap<string, Local> {
    if (this.#recent.length === 0) return this.#settled
    return new Map([...this.#settled, ...this.#recent.map((local) => [local.name, local] as const)])
  }
}
