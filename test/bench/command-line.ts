import { parseArgs } from 'node:util'
import type { Bench } from './benches.ts'

export type CommandLine =
  | { readonly kind: 'run'; readonly bench: Bench; readonly json: boolean }
  | { readonly kind: 'usage'; readonly message: string }

/** What `NAME [--json]` asks for. */
export function readCommandLine(words: readonly string[], benches: readonly Bench[]): CommandLine {
  const read = readWords(words)
  if (typeof read === 'string') return usage(read, benches)
  const { names, json } = read
  const [name, ...others] = names
  if (name === undefined) return usage('which benchmark?', benches)
  if (others.length > 0) return usage('one benchmark at a time.', benches)
  const bench = benches.find((each) => each.name === name)
  return bench === undefined ? usage(`there is no benchmark \`${name}\`.`, benches) : { kind: 'run', bench, json }
}

function readWords(words: readonly string[]): { readonly names: readonly string[]; readonly json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: { json: { type: 'boolean' } }, allowPositionals: true })
    return { names: positionals, json: values.json === true }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message
    throw error
  }
}

function usage(problem: string, benches: readonly Bench[]): CommandLine {
  const width = Math.max(...benches.map(({ name }) => name.length))
  const list = benches.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`)
  return { kind: 'usage', message: `bench: ${problem}\nusage: npm run bench -- NAME [--json]\n${list.join('\n')}\n` }
}
