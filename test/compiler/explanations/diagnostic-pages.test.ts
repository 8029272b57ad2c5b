import { describe, expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { allCodes } from '../../../compiler/diagnostics/registry.ts'
import { diagnosticPage, diagnosticPages } from '../../../compiler/explanations/index.ts'

const codesIn = (script: string, files: ReadonlyMap<string, string>): readonly string[] =>
  compileProgram('main.mas', createMemoryReader(new Map([...files, ['main.mas', script]]))).diagnostics.map(({ code }) => code)

const examples = diagnosticPages.flatMap(({ code, example }) => (example === null ? [] : [{ code, ...example }]))

describe('the page of each code', () => {
  test('is there, once', () => {
    expect(diagnosticPages.map(({ code }) => code)).toEqual(allCodes.map(({ code }) => code))
    const ofScripts = diagnosticPages.filter(({ code }) => !code.startsWith('MAS6'))
    expect(ofScripts.filter(({ example }) => example === null).map(({ code }) => code)).toEqual(['MAS2102'])
  })

  test('says why and what to do, in sentences', () => {
    for (const { code, title, why, remedy } of diagnosticPages) {
      expect(why, code).toMatch(/^[A-Z`"=+#_{].*\.$/s)
      expect(remedy, code).toMatch(/^[A-Z`"].*\.$/s)
      expect(title, code).not.toMatch(/\.$/)
    }
  })

  test.each(examples)('$code: the wrong script gives it and nothing else', ({ code, wrong, files }) => {
    expect(codesIn(wrong, files)).toEqual([code])
  })

  test.each(examples)('$code: the right script gives nothing', ({ right, files }) => {
    expect(codesIn(right, files)).toEqual([])
  })

  test('is found in upper and lower case', () => {
    expect(diagnosticPage('mas3004')?.code).toBe('MAS3004')
    expect(diagnosticPage('MAS9999')).toBeNull()
  })
})
