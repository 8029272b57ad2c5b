import { describe, expect, test } from 'vitest'
import { allCodes, checkerCodes } from '../../../compiler/diagnostics/registry.ts'
import { expectFindings, findings } from '../check/findings.ts'

describe('the codes of the checker', () => {
  test('are unique', () => {
    const codes = allCodes.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('are MAS and four digits, with a hundred for each group', () => {
    for (const { code, severity } of checkerCodes) {
      expect(code).toMatch(/^MAS[235]\d{3}$/)
      expect(severity).toBe(code.startsWith('MAS5') ? 'warning' : 'error')
    }
  })

  test('have an example, but for the one that needs a broken disk', () => {
    expect(checkerCodes.filter(({ example }) => example === null).map(({ name }) => name)).toEqual(['fileUnreadable'])
  })

  const examples = checkerCodes.flatMap(({ code, name, example }) => (example === null ? [] : [{ code, name, example }]))

  test.each(examples)('$code $name is reported where its example is marked, and nothing else is', ({ code, example }) => {
    expectFindings(example.wrong, [code], example.files)
  })

  test.each(examples)('$code $name is gone, with nothing else, from the example put right', ({ example }) => {
    expect(findings(example.right, example.files)).toEqual([])
  })
})
