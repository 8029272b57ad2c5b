import { resolve } from 'node:path'
import { placeProblem } from '../files/place-problem.ts'
import type { ShowOptions } from './execute-runs.ts'

/** Why what is told of runs cannot go where the flags say: seen before anything is asked, started or kept. */
export function outputProblems({ out, trace, otlp }: ShowOptions, workingFolder: string): readonly string[] {
  const problems = [out, trace].flatMap((path) => (path === undefined ? [] : (placeProblem(resolve(workingFolder, path)) ?? [])))
  if (out !== undefined && trace !== undefined && resolve(workingFolder, out) === resolve(workingFolder, trace)) {
    problems.push(`--out and --trace name the same file, ${out}`)
  }
  if (otlp !== undefined && !(/^https?:\/\//.test(otlp) && URL.canParse(otlp))) {
    problems.push(`--otlp ${JSON.stringify(otlp)} is no address; write it as in http://localhost:4318/v1/traces`)
  }
  return problems
}
