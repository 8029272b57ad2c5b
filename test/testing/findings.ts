import { compileProgram, createMemoryReader } from '../../compiler/index.ts'
import type { Diagnostic } from '../../compiler/index.ts'

/** A program need not use all that is declared before it. */
const unusedDeclaration: ReadonlySet<string> = new Set(['MAS5002', 'MAS5008', 'MAS5009'])

/** What the compiler says of a program, apart from declarations that it does not use. */
export const findingsIn = (text: string): readonly Diagnostic[] =>
  compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]]))).diagnostics.filter(
    ({ code }) => !unusedDeclaration.has(code),
  )

export const errorsIn = (text: string): readonly Diagnostic[] => findingsIn(text).filter(({ severity }) => severity === 'error')
