/** Where in the naming tree lowering stands: the static name, and the same with `[*]` for the index of each enclosing loop. */
export interface Path {
  readonly name: string
  readonly instance: string
}

export const rootPath = (workflow: string): Path => ({ name: workflow, instance: workflow })

/** A path one segment deeper. */
export const childPath = (path: Path, segment: string): Path => ({
  name: `${path.name}/${segment}`,
  instance: `${path.instance}/${segment}`,
})

/** The path of what stands inside a loop: it runs once per index. */
export const insideLoop = (path: Path): Path => ({ name: path.name, instance: `${path.instance}[*]` })

/** Hands out names so that a second equal sibling becomes `name#2`. */
export class NameClaims {
  readonly #counts = new Map<string, number>()

  claim(path: Path): Path {
    const count = (this.#counts.get(path.name) ?? 0) + 1
    this.#counts.set(path.name, count)
    return count === 1 ? path : { name: `${path.name}#${count}`, instance: `${path.instance}#${count}` }
  }
}
