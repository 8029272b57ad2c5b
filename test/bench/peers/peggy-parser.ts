import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPackage } from './load-package.ts'
import type { PreparedPeer } from './peer-parser.ts'

/** What is used of Peggy. */
interface Peggy {
  readonly default: { generate(grammar: string): GeneratedParser }
}
interface GeneratedParser {
  readonly SyntaxError: new () => Error
  parse(text: string): object
}

/** Peggy with the grammar `mas.peggy`; `null` where it is not installed. */
export async function preparePeggy(): Promise<PreparedPeer | null> {
  const peggy = await loadPackage<Peggy>('peggy')
  if (peggy === null) return null
  const grammar = readFileSync(join(import.meta.dirname, 'mas.peggy'), 'utf8')
  return {
    build: () => {
      const parser = peggy.default.generate(grammar)
      return {
        name: 'Peggy',
        parse: (text) => {
          try {
            return parser.parse(text)
          } catch (error) {
            if (error instanceof parser.SyntaxError) return null
            throw error
          }
        },
      }
    },
  }
}
