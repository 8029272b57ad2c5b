// Builds one parser and prints the milliseconds that took: a process of the parser-construction benchmark.
import { performance } from 'node:perf_hooks'

const build = await builder(process.argv[2])
const began = performance.now()
await build()
process.stdout.write(String(performance.now() - began))

async function builder(name: string | undefined): Promise<() => unknown> {
  switch (name) {
    case 'Langium': {
      const { prepareLangium } = await import('../peers/langium-parser.ts')
      return (await prepareLangium())?.build ?? missing
    }
    case 'Peggy': {
      const { preparePeggy } = await import('../peers/peggy-parser.ts')
      return (await preparePeggy())?.build ?? missing
    }
    default: {
      const { createLexer } = await import('../../../grammar/lexer/create-lexer.ts')
      const { MasParser } = await import('../../../grammar/parser/mas-parser.ts')
      return () => [createLexer(), new MasParser()]
    }
  }
}

function missing(): never {
  throw new Error('its package is not installed')
}
