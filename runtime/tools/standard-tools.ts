import { calculator } from './calculator.ts'
import { PERSON, person } from './person.ts'
import { createPythonTool } from './python/index.ts'
import type { ToolImplementation } from './tool-implementation.ts'

/** The tools that are built in, by a tool's `from`. Python starts with the first call, under its default limits. */
export const standardTools: ReadonlyMap<string, ToolImplementation> = new Map([
  ['std:calculator', calculator],
  ['std:python', createPythonTool()],
  [PERSON, person],
])
