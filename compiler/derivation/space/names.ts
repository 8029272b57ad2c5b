import { reservedWords } from '../../../grammar/index.ts'
import { builtins } from '../../builtins/index.ts'
import type { Scope } from '../machine/scope.ts'
import type { DerivationSpecification } from '../specification.ts'

/** `Answer` → `answer`: what a value that it gives is called. */
export const stemOf = (callee: string): string => `${callee.charAt(0).toLowerCase()}${callee.slice(1)}`

const plural = (stem: string): string => (/(?:s|x|ch|sh)$/.test(stem) ? `${stem}es` : `${stem}s`)

/** Names of local values: a stem, then the stem and 2, 3 and so on, up to so many at a time. */
export class LocalNames {
  readonly #taken: ReadonlySet<string>
  readonly #most: number

  constructor({ callees, preamble, workflow, limits }: DerivationSpecification) {
    const declared = preamble.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []
    const parameters = workflow.parameters.map(({ name }) => name)
    const never = [...reservedWords, ...builtins.keys(), ...callees.map(({ name }) => name), workflow.name]
    this.#taken = new Set([
      ...never,
      ...declared.filter((name) => !parameters.includes(name) && /^[a-z]/.test(name) && isDeclared(preamble, name)),
    ])
    this.#most = limits.namesakes ?? 2
  }

  /** All names that a value may get, given what it comes from. */
  all(stem: string, many: boolean): readonly string[] {
    const base = this.#base(stem, many)
    const names = Array.from({ length: this.#most }, (_, position) => (position === 0 ? base : `${base}${position + 1}`))
    return names.filter((name) => !this.#taken.has(name))
  }

  /** The first of them that is free; `null` where none is. */
  fresh(scope: Scope, stem: string, many: boolean): string | null {
    return this.all(stem, many).find((name) => scope.names.every((local) => local.name !== name)) ?? null
  }

  #base(stem: string, many: boolean): string {
    const word = many ? plural(stem) : stem
    return this.#taken.has(word) ? `${word}_value` : word
  }
}

/** Whether the preamble declares or imports the name. */
const isDeclared = (preamble: string, name: string): boolean =>
  new RegExp(`\\b(?:type|enum|tool|agent|workflow)\\s+${name}\\b|import\\s*\\{[^}]*\\b${name}\\b`).test(preamble)
