import { calculator } from './calculator.ts'
import type { ToolImplementation } from './tool-implementation.ts'

/** The tools that are built in, by a tool's `from`. */
export const standardTools: ReadonlyMap<string, ToolImplementation> = new Map([['std:calculator', calculator]])
