import { compileProgram, createMemoryReader, hasErrors, optimise } from '../../compiler/index.ts'
import type { OptimiserPass } from '../../compiler/index.ts'
import type { CompiledDesign } from '../rollout/index.ts'

const designPath = 'design.mas'

/** Most designs kept compiled; a designer that has learned writes the same few again and again. */
const mostKept = 20_000

/** Not the merging of calls at temperature 0: what a small executor replies depends on its seed even there. */
const soundPasses: readonly OptimiserPass[] = ['drop-unused-calls', 'early-vote']

/**
 * Compiles the `main` of design texts, each text once. Designs that could make more model requests than allowed, as they are
 * written, are rejected.
 */
export class DesignCompiler {
  readonly #known = new Map<string, CompiledDesign>()
  readonly #mostRequests: number
  readonly #optimise: boolean

  constructor(mostRequests = Infinity, { optimise = false }: { readonly optimise?: boolean } = {}) {
    this.#mostRequests = mostRequests
    this.#optimise = optimise
  }

  compile(text: string): CompiledDesign {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const compiled = this.#optimised(this.#within(compileDesign(text)))
    if (this.#known.size >= mostKept) this.#known.clear()
    this.#known.set(text, compiled)
    return compiled
  }

  #optimised(compiled: CompiledDesign): CompiledDesign {
    if (compiled.kind === 'rejected' || !this.#optimise) return compiled
    return { kind: 'graph', graph: optimise(compiled.graph, soundPasses).graph }
  }

  #within(compiled: CompiledDesign): CompiledDesign {
    if (compiled.kind === 'rejected' || compiled.graph.bounds.calls <= this.#mostRequests) return compiled
    return { kind: 'rejected', diagnostics: [], mostCalls: compiled.graph.bounds.calls }
  }
}

function compileDesign(text: string): CompiledDesign {
  const file = compileProgram(designPath, createMemoryReader(new Map([[designPath, text]])))
  const main = file.workflows.find((workflow) => workflow.name === 'main')?.compiled
  if (hasErrors(file) || main?.kind !== 'graph') return { kind: 'rejected', diagnostics: file.diagnostics }
  return { kind: 'graph', graph: main.graph }
}
