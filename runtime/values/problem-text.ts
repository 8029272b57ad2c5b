import type { ValueProblem } from './validate-value.ts'

/** The problems, one to a line. */
export const problemText = (problems: readonly ValueProblem[]): string =>
  problems.map(({ path, message }) => `- ${path === '' ? '' : `${path}: `}${message}`).join('\n')
