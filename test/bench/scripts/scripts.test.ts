import { expect, test } from 'vitest'
import { compileScript } from './front-end.ts'
import { distinctScript, largeScript, linesOf, typicalScript } from './scripts.ts'

test('the typical script has 40 lines and no problems', () => {
  expect(linesOf(typicalScript)).toBe(40)
  expect(() => { compileScript(typicalScript) }).not.toThrow()
})

test('a script with a problem is not measured', () => {
  expect(() => { compileScript(typicalScript.replace('return report', 'return reprot')) }).toThrow(/has a problem/)
})

test('distinct scripts differ in their names and have no problems', () => {
  const scripts = [0, 1, 2, 9_999].map(distinctScript)
  expect(new Set(scripts).size).toBe(4)
  for (const script of scripts) expect(() => { compileScript(script) }).not.toThrow()
  expect(scripts[3]).toContain('workflow main_9999(')
})

test('a large script has about as many lines as asked for, and no problems', () => {
  const script = largeScript(500)
  expect(linesOf(script)).toBeGreaterThan(460)
  expect(linesOf(script)).toBeLessThanOrEqual(500)
  expect(() => { compileScript(script) }).not.toThrow()
})
