import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'

/** The whole front end on one script: read, parse, check, lower, bound. Throws where the script has a problem. */
export function compileScript(source: string): void {
  const { diagnostics } = compileProgram('script.mas', createMemoryReader(new Map([['script.mas', source]])))
  const [first] = diagnostics
  if (first !== undefined) throw new Error(`the script has a problem: ${first.message}`)
}
