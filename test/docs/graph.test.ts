import { describe, expect, test } from 'vitest'
import { readGraph } from '../../compiler/graph-reader/index.ts'
import schema from '../../compiler/graph/graph-schema.json' with { type: 'json' }
import { compileProgram, createMemoryReader } from '../../compiler/index.ts'
import { blocksOf, pageAt } from './pages.ts'

const page = pageAt('docs/graph.md')
const blocks = blocksOf(page)
const example = blocks.find(({ label }) => label === 'json')?.text ?? ''

describe('the page of the graph', () => {
  test('shows what its script compiles to', () => {
    const script = blocks.find(({ label }) => label === 'mas')?.text ?? ''
    const [main] = compileProgram('example.mas', createMemoryReader(new Map([['example.mas', script]]))).workflows
    const graph = main?.compiled.kind === 'graph' ? main.compiled.graph : null
    expect(JSON.stringify(JSON.parse(example))).toBe(JSON.stringify(graph))
    expect(readGraph(example).problems).toEqual([])
  })

  test('says something about every field and every kind of the schema', () => {
    const words = new Set(page.text.match(/[a-z_$]+/g))
    const missing = new Set<string>()
    const expectWord = (word: unknown): void => {
      if (typeof word === 'string' && /^[a-z_$]+$/.test(word) && !words.has(word)) missing.add(word)
    }
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return
      if ('properties' in part && typeof part.properties === 'object') Object.keys(part.properties ?? {}).forEach(expectWord)
      if ('const' in part) expectWord(part.const)
      if ('enum' in part && Array.isArray(part.enum)) part.enum.forEach(expectWord)
      Object.values(part).forEach(visit)
    }
    visit(schema)
    expect([...missing]).toEqual([])
  })
})
