import { describe, expect, test } from 'vitest'
import { compileSource } from '../compile/compile-source.ts'
import { mixedScript } from '../../property/mixed-script.ts'
import { shippedScripts } from '../../property/changed-scripts.ts'

const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

describe('a graph as JSON', () => {
  test.each([['mixed', mixedScript] as const, ...shippedScripts])('is the whole graph: %s', (_, script) => {
    for (const { compiled } of compileSource(script, besides).workflows) {
      if (compiled.kind !== 'graph') continue
      const { graph } = compiled
      const text = JSON.stringify(graph)
      expect(JSON.parse(text)).toEqual(graph)
      expect(JSON.stringify(JSON.parse(text))).toBe(text)
    }
  })

  test('keeps an agent of any name', () => {
    const source = 'agent __proto__(x: string) -> string\nworkflow main(x: string) -> string { return __proto__(x) }'
    const [main] = compileSource(source).workflows
    const agents = main?.compiled.kind === 'graph' ? main.compiled.graph.agents : {}
    expect(JSON.stringify(agents)).toContain('"__proto__":{"name":"__proto__"')
  })
})
