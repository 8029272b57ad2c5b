import { readFileSync, readdirSync } from 'node:fs'
import { didYouMean } from '../diagnostics/nearest-name.ts'
import { libraryPath } from './import-path.ts'
import type { ReadResult } from './module-reader.ts'

const folder = new URL('../library/', import.meta.url)

/** The names of the library's parts: `patterns` is imported as `std/patterns`. */
export const libraryNames = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.mas'))
    .map((file) => file.slice(0, -'.mas'.length))
    .sort()

/** Read once: the library stays what it is while the compiler runs, and every script that imports from it needs the same text. */
const known = new Map<string, ReadResult>()

/** Reads a part of the library that ships with the compiler. */
export function readLibrary(name: string): ReadResult {
  const result = known.get(name) ?? readPart(name)
  if (result.kind === 'found') known.set(name, result)
  return result
}

function readPart(name: string): ReadResult {
  const names = libraryNames()
  if (!names.includes(name)) {
    const paths = names.map(libraryPath)
    return {
      kind: 'missing',
      message: `The library has no part \`"${libraryPath(name)}"\`.`,
      hint: didYouMean(libraryPath(name), paths) ?? `It has ${paths.map((path) => `\`"${path}"\``).join(' and ')}.`,
    }
  }
  return { kind: 'found', source: { path: libraryPath(name), text: readFileSync(new URL(`${name}.mas`, folder), 'utf8') } }
}
