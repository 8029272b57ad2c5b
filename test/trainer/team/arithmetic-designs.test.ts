import { describe, expect, test } from 'vitest'
import { directDesign, votedDesign } from '../../../trainer/team/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'

describe('designs that are given', () => {
  test('compile, and cost what their size says', () => {
    const compiler = new DesignCompiler()
    expect(votedDesign(1)).toBe(directDesign)
    for (const size of [1, 2, 5]) {
      const compiled = compiler.compile(votedDesign(size))
      expect(compiled.kind === 'graph' ? compiled.graph.bounds.calls : compiled.diagnostics).toBe(size)
    }
  })
})
