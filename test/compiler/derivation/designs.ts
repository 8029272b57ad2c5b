import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import type { Bounds, Diagnostic } from '../../../compiler/index.ts'

export interface CompiledDesign {
  /** Findings about the workflow, not about declarations that it does not use. */
  readonly diagnostics: readonly Diagnostic[]
  /** `null` where it does not compile. */
  readonly bounds: Bounds | null
}

/** A preamble's agents, imports and types need not all be used. */
const unusedDeclaration = new Set(['MAS5002', 'MAS5008', 'MAS5009'])

export function compileDesign(text: string): CompiledDesign {
  const { diagnostics, workflows } = compileProgram('design.mas', createMemoryReader(new Map([['design.mas', text]])))
  const compiled = workflows.find(({ name }) => name === 'main')?.compiled
  return {
    diagnostics: diagnostics.filter(({ code }) => !unusedDeclaration.has(code)),
    bounds: compiled?.kind === 'graph' ? compiled.graph.bounds : null,
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const first = Math.imul(state ^ (state >>> 15), 1 | state)
    const second = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first
    return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32
  }
}

export const labels = (choices: readonly { readonly label: string }[] | null): readonly string[] | null =>
  choices === null ? null : choices.map(({ label }) => label)
