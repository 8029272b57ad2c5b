import { finishedText } from '../compiler/derivation/index.ts'
import type { HalfProgram } from '../compiler/derivation/index.ts'
import { shownAs } from './shown-as.ts'

/** A program that compiles. A failing property shows its text. */
export interface TestProgram {
  readonly text: string
  /** The workflow that was written into it. */
  readonly workflow: string
}

export function testProgram(half: HalfProgram): TestProgram {
  const text = finishedText(half)
  if (text === null) throw new Error('the program is not finished')
  return shownAs<TestProgram>(`\n${text}`, { text, workflow: half.space.space.specification.workflow.name })
}
