import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printExpression } from '../../compiler/print/index.ts'
import { parse } from '../../grammar/index.ts'
import type { Expression, Text, TextPart } from '../../grammar/index.ts'
import { withoutPlaces } from '../compiler/print/without-places.ts'
import { propertyRuns } from './property-runs.ts'

const nowhere = { start: 0, end: 0 }
const name: Expression = { kind: 'name_expression', name: 'x', range: nowhere }

/** Chunks of what is hard to write: quotes, braces, backslashes, white space, control characters. */
const chunk = fc
  .array(fc.constantFrom('a', ' ', '  ', '\n', '\t', '"', '"""', '\\', '{', '{{', '}}', '\r', '\u0007', 'é', '😀', 'b c'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces): TextPart => ({ kind: 'chunk', value: pieces.join(''), range: nowhere }))

const { parts } = fc.letrec<{ part: TextPart; parts: TextPart[] }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2 },
    chunk,
    fc.constant<TextPart>({ kind: 'insert', expression: name, range: nowhere }),
    fc.record({ then: tie('parts'), otherwise: fc.option(tie('parts')) }).map(({ then, otherwise }): TextPart => ({
      kind: 'text_if',
      condition: name,
      then,
      otherwise,
      range: nowhere,
    })),
    tie('parts').map((body): TextPart => ({
      kind: 'text_each',
      list: name,
      item: { kind: 'name', text: 'y', range: nowhere },
      body,
      range: nowhere,
    })),
  ),
  parts: fc.array(tie('part'), { maxLength: 4 }).map(joined),
}))

/** Chunks that meet are one chunk, as when they are read. */
function joined(all: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = []
  for (const part of all) {
    const last = result.at(-1)
    if (part.kind === 'chunk' && last?.kind === 'chunk') result[result.length - 1] = { ...part, value: last.value + part.value }
    else result.push(part)
  }
  return result
}

function readBack(printed: string): Expression | null {
  const { file, problems } = parse(`workflow main() -> string {\n  return ${printed}\n}`)
  const [workflow] = file.declarations
  const statement = workflow?.kind === 'workflow' ? workflow.body.statements[0] : undefined
  return problems.length === 0 && statement?.kind === 'return' ? statement.value : null
}

describe('a printed text', () => {
  it('reads as the same text, in either form', () => {
    const text = fc.record({ form: fc.constantFrom<Text['form']>('line', 'block'), parts })
    fc.assert(
      fc.property(text, ({ form, parts: given }) => {
        const printed = printExpression({ kind: 'text', form, parts: given, range: nowhere }, 1)
        const back = readBack(printed)
        expect(back?.kind === 'text' && withoutPlaces(back.parts)).toEqual(withoutPlaces(given))
        expect(back === null ? null : printExpression(back, 1)).toBe(printed)
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })
})
