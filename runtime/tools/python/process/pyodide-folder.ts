import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'

/** The folder of the package `pyodide`, with a separator at its end. Nothing of it is loaded here. */
export const pyodideFolder = (): string => `${dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))}${sep}`
