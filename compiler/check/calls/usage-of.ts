import type { ParameterSignature } from '../checked-program.ts'

/** How something with these parameters is called: `Solver(problem, feedback?)`. */
export const usageOf = (name: string, parameters: readonly ParameterSignature[]): string =>
  `${name}(${parameters.map((parameter) => `${parameter.name}${parameter.type.kind === 'optional' ? '?' : ''}`).join(', ')})`
