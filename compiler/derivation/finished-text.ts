import type { Statement } from '../../grammar/index.ts'
import { printStatements } from '../print/index.ts'
import { typeText } from '../types/index.ts'
import { isFinished, stepsSoFar } from './half-program.ts'
import type { HalfProgram } from './half-program.ts'
import { writeTree } from './write-tree.ts'

/** The workflow's statements; `null` before the last choice. */
export const finishedStatements = (half: HalfProgram): readonly Statement[] | null =>
  isFinished(half) ? writeTree(stepsSoFar(half)) : null

/** The whole file, the preamble and the workflow in canonical layout; `null` before the last choice. */
export function finishedText(half: HalfProgram): string | null {
  const statements = finishedStatements(half)
  if (statements === null) return null
  const { preamble, workflow } = half.space.space.specification
  const parameters = workflow.parameters.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')
  const head = `workflow ${workflow.name}(${parameters}) -> ${typeText(workflow.result)} {`
  const body = printStatements(statements, 1)
  const before = preamble.trimEnd()
  return `${before === '' ? '' : `${before}\n\n`}${head}\n${body}}\n`
}
