import { compileProgram, createMemoryReader } from '../compiler/index.ts'
import type { Graph } from '../compiler/index.ts'
import type { TestProgram } from './test-program.ts'

/** The compiled graph of a program, to be run with `runWorkflow`. */
export function graphOf({ text, workflow }: TestProgram): Graph {
  const { workflows, diagnostics } = compileProgram('program.mas', createMemoryReader(new Map([['program.mas', text]])))
  const compiled = workflows.find(({ name }) => name === workflow)?.compiled
  if (compiled?.kind === 'graph') return compiled.graph
  throw new Error(`a test program does not compile: ${diagnostics.map(({ message }) => message).join(' ')}`)
}
