import { describe, expect, test } from 'vitest'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { instancesOf } from '../../compiler/compile/compile-source.ts'

const design = `
agent Cold(x: string) -> string { temperature 0 }
agent Hot(x: string) -> string
workflow main(x: string) -> string {
  _ = Hot(x)
  a = Cold(x)
  b = Cold(x)
  c = vote(sample 3 of Hot(x))
  return "{{a}}{{b}}{{c}}"
}
`

const instances = (compiler: DesignCompiler): readonly string[] => {
  const compiled = compiler.compile(design)
  return compiled.kind === 'graph' ? instancesOf(compiled.graph) : []
}

describe('a design', () => {
  test('runs as it is written', () => {
    expect(instances(new DesignCompiler())).toContain('agent main/_')
  })

  test('runs without its unused calls, and votes until they are certain, where it is optimised; calls are not merged', () => {
    const compiled = new DesignCompiler(Infinity, { optimise: true }).compile(design)
    if (compiled.kind !== 'graph') throw new Error('it compiles')
    const found = instancesOf(compiled.graph)
    expect(found).not.toContain('agent main/_')
    expect(found).toContain('agent main/b')
    expect(compiled.graph.bounds).toMatchObject({ calls: 5, depth: 2 })
  })

  test('may make as many requests as it is written with, optimised or not', () => {
    for (const optimise of [false, true]) {
      expect(new DesignCompiler(5, { optimise }).compile(design)).toMatchObject({ kind: 'rejected', mostCalls: 6 })
      expect(new DesignCompiler(6, { optimise }).compile(design).kind).toBe('graph')
    }
  })
})
