import { createFileReader } from '../modules/index.ts'
import { compileProgram } from './compile-program.ts'
import type { CompiledFile } from './compiled-file.ts'

/** Compiles a file on the disk and what it imports. It reads `.mas` files below the file's folder and the library only. */
export const checkFile = (path: string): CompiledFile => compileProgram(path, createFileReader())
