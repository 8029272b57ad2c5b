export { checkFile } from './check-file.ts'
export { compileProgram } from './compile-program.ts'
export { hasErrors } from './compiled-file.ts'
export type { CompiledFile, CompiledWorkflow } from './compiled-file.ts'
