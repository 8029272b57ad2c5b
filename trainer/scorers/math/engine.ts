import { ComputeEngine } from '@cortex-js/compute-engine'
import { asMathJson } from './math-json.ts'
import type { MathJson } from './math-json.ts'

/** The part of the library that is used here: it reads, brings into canonical form, and evaluates. */
export class Engine {
  readonly #library = new ComputeEngine()

  /** The expression of a text, as it was written; `null` where it cannot be read. */
  parse(text: string): MathJson | null {
    const parsed = this.#library.parse(text, { strict: false, form: 'raw' })
    return parsed.isValid ? asMathJson(parsed.json) : null
  }

  /** The canonical form, with the variables taken for numbers; `null` where it means nothing. */
  canonical(tree: MathJson, variables: ReadonlySet<string>): MathJson | null {
    this.#library.pushScope()
    try {
      for (const variable of variables) this.#library.declare(variable, 'number')
      const boxed = this.#library.expr(boxable(tree))
      return boxed.isValid ? asMathJson(boxed.json) : null
    } finally {
      this.#library.popScope()
    }
  }

  /** The value of a tree without variables, to so many digits. */
  approximate(tree: MathJson, digits: number): MathJson | null {
    this.#library.precision = digits
    return asMathJson(this.#library.expr(boxable(tree)).N().json)
  }
}

/** The library's own type of the same data. */
type Boxable = Parameters<ComputeEngine['expr']>[0]

const boxable = (tree: MathJson): Boxable => tree as Boxable
