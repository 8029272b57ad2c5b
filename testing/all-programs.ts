import { enumerateDesigns } from '../compiler/derivation/index.ts'
import { specificationOf } from './program-options.ts'
import type { ProgramOptions } from './program-options.ts'
import { testProgram } from './test-program.ts'
import type { TestProgram } from './test-program.ts'

/**
 * Every program of at most `size` choices, each once, always in the same order. A choice is a statement, an expression, a number,
 * a name or the end of a block.
 *
 * @example
 * for (const program of allPrograms(3, { limits: { statements: 1 } })) check(program.text)
 *
 * @throws RangeError where the declarations of the options do not compile.
 */
export function* allPrograms(size: number, options: ProgramOptions = {}): Generator<TestProgram> {
  for (const half of enumerateDesigns(specificationOf(options), size)) yield testProgram(half)
}
