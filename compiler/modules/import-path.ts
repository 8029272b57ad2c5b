import { posix } from 'node:path'

export type ImportPath =
  | { readonly kind: 'library'; readonly name: string }
  /** A path beside the importing file's, in normal form. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'refused'; readonly message: string; readonly hint?: string }

const libraryPrefix = 'std/'

/** The path under which a part of the library is known: `std/patterns`. */
export const libraryPath = (name: string): string => `${libraryPrefix}${name}`

/** What an import's text means, seen from the importing file; says nothing about whether the file is there. */
export function importPath(path: string, from: string): ImportPath {
  if (/^std\/[a-z][a-z0-9_]*$/.test(path)) return { kind: 'library', name: path.slice(libraryPrefix.length) }
  const relative = path.startsWith('./') || path.startsWith('../')
  if (!relative) {
    const message = `\`"${path}"\` is no file beside this one and no part of the library.`
    return { kind: 'refused', message, hint: suggestedPath(path) }
  }
  if (from.startsWith(libraryPrefix)) {
    return { kind: 'refused', message: 'The library imports only from itself.', hint: 'Write `"std/…"`.' }
  }
  if (!path.endsWith('.mas')) {
    return { kind: 'refused', message: `\`"${path}"\` is not a \`.mas\` file.`, hint: `Did you mean \`"${path}.mas"\`?` }
  }
  return { kind: 'file', path: posix.join(posix.dirname(from), path) }
}

function suggestedPath(path: string): string {
  if (/^[A-Za-z0-9_-][^:]*$/.test(path) && !path.startsWith(libraryPrefix)) {
    return `Did you mean \`"./${path.replace(/\.mas$/, '')}.mas"\`?`
  }
  return 'Write `"./file.mas"`, or `"std/patterns"`.'
}
