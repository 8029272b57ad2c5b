import { describe, expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../compiler/index.ts'
import { blocksOf, pages } from './pages.ts'

const blocks = pages.flatMap(blocksOf).filter(({ label }) => label.split(' ')[0] === 'mas')

const codesOf = (script: string): readonly string[] =>
  compileProgram('example.mas', createMemoryReader(new Map([['example.mas', script]]))).diagnostics.map(({ code }) => code)

describe('the scripts in the documentation', () => {
  test('are right, or wrong with one code', () => {
    const labels = blocks.map(({ label }) => label)
    expect(labels.filter((label) => !/^mas( wrong MAS\d{4})?$/.test(label))).toEqual([])
    expect(labels.filter((label) => label === 'mas').length).toBeGreaterThan(4)
    expect(labels.filter((label) => label !== 'mas').length).toBeGreaterThan(2)
  })

  test.each(blocks)('$page:$line $label', ({ label, text }) => {
    const [, , code] = label.split(' ')
    expect(codesOf(text)).toEqual(code === undefined ? [] : [code])
  })
})
