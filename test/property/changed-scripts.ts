import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

const root = join(import.meta.dirname, '../..')

/** Every script that ships, by path. */
export const shippedScripts: ReadonlyMap<string, string> = new Map(
  ['examples', 'examples/patterns', 'compiler/library'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.mas'))
      .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')] as const),
  ),
)

/** A script as pieces: words, white space, and signs. */
export const piecesOf = (script: string): string[] => script.match(/\w+|\s+|[^\w\s]/g) ?? []

export interface Change {
  readonly kind: 'drop' | 'double' | 'swap' | 'replace' | 'cut'
  readonly at: number
  readonly by: string
}

export function changed(script: string, changes: readonly Change[]): string {
  const parts = piecesOf(script)
  for (const { kind, at, by } of changes) {
    const position = at % Math.max(1, parts.length)
    const part = parts[position] ?? ''
    if (kind === 'drop') parts.splice(position, 1)
    if (kind === 'double') parts.splice(position, 0, part)
    if (kind === 'swap') parts.splice(position, 2, parts[position + 1] ?? '', part)
    if (kind === 'replace') parts.splice(position, 1, by)
    if (kind === 'cut') parts.splice(position)
  }
  return parts.join('')
}

/** Changes that put in a piece of the scripts. */
export function changesWith(scripts: Iterable<string>): fc.Arbitrary<Change> {
  const pieces = [...new Set([...scripts].flatMap(piecesOf))]
  return fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'replace', 'replace', 'cut'),
    at: fc.nat(),
    by: fc.constantFrom(...pieces),
  })
}
