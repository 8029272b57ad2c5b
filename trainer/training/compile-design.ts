import { compileProgram, createMemoryReader, hasErrors } from '../../compiler/index.ts'
import type { CompiledDesign } from '../rollout/index.ts'

const designPath = 'design.mas'

/** Most designs kept compiled; a designer that has learned writes the same few again and again. */
const mostKept = 20_000

/** Compiles the `main` of design texts, each text once. */
export class DesignCompiler {
  readonly #known = new Map<string, CompiledDesign>()

  compile(text: string): CompiledDesign {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const compiled = compileDesign(text)
    if (this.#known.size >= mostKept) this.#known.clear()
    this.#known.set(text, compiled)
    return compiled
  }
}

function compileDesign(text: string): CompiledDesign {
  const file = compileProgram(designPath, createMemoryReader(new Map([[designPath, text]])))
  const main = file.workflows.find((workflow) => workflow.name === 'main')?.compiled
  if (hasErrors(file) || main?.kind !== 'graph') return { kind: 'rejected', diagnostics: file.diagnostics }
  return { kind: 'graph', graph: main.graph }
}
