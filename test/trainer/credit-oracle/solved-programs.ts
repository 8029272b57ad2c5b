import { creditPrograms, solveProgram } from '../../../trainer/credit-oracle/index.ts'
import type { SolvedProgram } from '../../../trainer/credit-oracle/index.ts'

/** All credit programs, solved. */
export const solvedPrograms: readonly SolvedProgram[] = await Promise.all(creditPrograms.map((program) => solveProgram(program)))

export function solvedProgram(name: string): SolvedProgram {
  const found = solvedPrograms.find(({ program }) => program.name === name)
  if (found === undefined) throw new Error(`there is no program ${name}`)
  return found
}
