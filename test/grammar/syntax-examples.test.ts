import { describe, expect, test } from 'vitest'
import { syntaxExamples } from '../../compiler/diagnostics/examples/syntax-examples.ts'
import { syntaxMessages } from '../../compiler/diagnostics/syntax-messages.ts'
import { expectFindings, findings } from '../compiler/check/findings.ts'

const kinds = Object.entries(syntaxMessages).map(([kind, { code }]) => ({ kind, code }))
const examples = Object.entries(syntaxExamples).flatMap(([kind, example]) =>
  example === null ? [] : [{ kind, example, code: kinds.find((one) => one.kind === kind)?.code ?? '?' }])

describe('the example of each syntax problem', () => {
  test('has a code of its own', () => {
    expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length)
    for (const { code } of kinds) expect(code).toMatch(/^MAS1[0-3]\d\d$/)
  })

  test.each(examples)('$code $kind is reported at its mark, and nothing else is', ({ code, example }) => {
    expectFindings(example.wrong, [code], example.files)
  })

  test.each(examples)('$code $kind is gone, with nothing else, once put right', ({ example }) => {
    expect(findings(example.right, example.files)).toEqual([])
  })
})
