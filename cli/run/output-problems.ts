import { resolve } from 'node:path'
import { overwriteProblem } from '../files/overwrite-problem.ts'
import { placeProblem } from '../files/place-problem.ts'
import type { ShowOptions } from './execute-runs.ts'

/**
 * Why what is told of runs cannot go where the flags say: seen before anything is asked, started or kept. `read` are the files
 * that the command reads, where they are.
 */
export function outputProblems(
  { out, trace, otlp }: ShowOptions,
  workingFolder: string,
  read: readonly (string | undefined)[] = [],
): readonly string[] {
  const files = read.flatMap((path) => path ?? [])
  const problems = ([['--out', out], ['--trace', trace]] as const).flatMap(([flag, path]) =>
    path === undefined ? [] : (placeProblem(resolve(workingFolder, path)) ?? overwriteProblem(flag, path, files) ?? []),
  )
  if (out !== undefined && trace !== undefined && resolve(workingFolder, out) === resolve(workingFolder, trace)) {
    problems.push(`--out and --trace name the same file, ${out}`)
  }
  if (otlp !== undefined && !(/^https?:\/\//.test(otlp) && URL.canParse(otlp))) {
    problems.push(`--otlp ${JSON.stringify(otlp)} is no address; write it as in http://localhost:4318/v1/traces`)
  }
  return problems
}
