import { describe, expect, test } from 'vitest'
import { allCodes } from '../../../compiler/diagnostics/registry.ts'
import { diagnosticPage, diagnosticPages, reportedAbout } from '../../../compiler/explanations/index.ts'
import type { PageExample } from '../../../compiler/explanations/index.ts'

const codesIn = (text: string, example: PageExample): readonly string[] => reportedAbout(text, example).map(({ code }) => code)

const examples = diagnosticPages.flatMap(({ code, example }) => (example === null ? [] : [{ code, example }]))

describe('the page of each code', () => {
  test('is there, once', () => {
    expect(diagnosticPages.map(({ code }) => code)).toEqual(allCodes.map(({ code }) => code))
    expect(diagnosticPages.filter(({ example }) => example === null).map(({ code }) => code)).toEqual(['MAS2102', 'MAS6003'])
  })

  test('says why and what to do, in sentences', () => {
    for (const { code, title, why, remedy } of diagnosticPages) {
      expect(why, code).toMatch(/^[A-Z`"=+#_{].*\.$/s)
      expect(remedy, code).toMatch(/^[A-Z`"].*\.$/s)
      expect(title, code).not.toMatch(/\.$/)
    }
  })

  test.each(examples)('$code: what is wrong gives it and nothing else', ({ code, example }) => {
    expect(codesIn(example.wrong, example)).toEqual([code])
  })

  test.each(examples)('$code: what is right gives nothing', ({ example }) => {
    expect(codesIn(example.right, example)).toEqual([])
  })

  test('is found in upper and lower case', () => {
    expect(diagnosticPage('mas3004')?.code).toBe('MAS3004')
    expect(diagnosticPage('MAS9999')).toBeNull()
  })
})
