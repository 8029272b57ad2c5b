import { describe, expect, it } from 'vitest'
import { derivationOf } from '../../../../compiler/derivation/index.ts'
import type { DerivationSpecification } from '../../../../compiler/derivation/index.ts'
import { listOf, sizeNumber, stringType } from '../../../../compiler/types/index.ts'
import { richSpecification } from '../rich-specification.ts'

const isDerived = (specification: DerivationSpecification, list: string, body: string): boolean =>
  derivationOf(
    specification,
    `workflow main(task: string, hint: string?, sizes: int[3]) -> string {
      items = ${list}
      writer = Writer(task, [task, task])
      for item in items { writer = ${body} }
      return writer
    }`,
  ) !== null

describe('a loop over a list that stands where another program has one', () => {
  it('has items of the type of its own list', () => {
    const specification = richSpecification({ calls: 20, statements: 6, nesting: 1, expressionDepth: 3 })
    const solutions = '[Solver(task), Solver(task)]'
    const texts = '[trim(task), lower(task)]'
    const ofSolution = '"{{writer}} and {{item.answer}}"'
    const ofText = '"{{writer}} and {{item}}"'
    expect(isDerived(specification, solutions, ofSolution)).toBe(true)
    expect(isDerived(specification, texts, ofSolution)).toBe(false)
    expect(isDerived(specification, texts, ofText)).toBe(true)
    expect(isDerived(specification, solutions, ofText)).toBe(false)
  })

  it('costs as many rounds as its own list has items', () => {
    const bindings = [stringType, listOf(stringType, sizeNumber(2)), listOf(stringType, sizeNumber(3))]
    const specification = richSpecification({ calls: 3, statements: 6, nesting: 1, expressionDepth: 2 }, { bindings })
    const body = 'Writer(writer, [item, item])'
    expect(isDerived(specification, '[trim(task), lower(task)]', body)).toBe(true)
    expect(isDerived(specification, '[trim(task), lower(task), trim(task)]', body)).toBe(false)
  })
})
