import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash, decodeValue, encodeValue } from '../../../runtime/journal/content-store.ts'

function stored(value: unknown) {
  const contents = new Map<string, string>()
  const json = encodeValue(value, (hash, text) => contents.set(hash, text))
  return { json, contents, read: () => decodeValue(json, (hash) => contents.get(hash) ?? null) }
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'binary', minLength: 300, maxLength: 600, size: 'max' }),
  fc.constantFrom('\0', '\0#', '\0\0#', '\ud800', `\0#${'x'.repeat(500)}`, '__proto__'),
)
const { tree: values } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, texts, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('record')),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  record: fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
}))

describe('stored values', () => {
  test('read back as they were, whatever texts they hold', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(stored(value).read()).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 1000 },
    )
  })

  test('hold a long text once, however often it occurs', () => {
    const long = 'word '.repeat(1000)
    const { json, contents } = stored({ first: long, second: [long, { third: long }], short: 'word' })
    expect(contents).toEqual(new Map([[contentHash(JSON.stringify(long)), JSON.stringify(long)]]))
    expect(json.length).toBeLessThan(300)
  })

  test.each([
    ['a text that is missing', () => null],
    ['a text that was changed', () => '"something else"'],
  ])('%s is damage', (_, get) => {
    const { json } = stored('x'.repeat(1000))
    expect(() => decodeValue(json, get)).toThrow('a text that it refers to is missing')
  })

  test('what is no JSON is damage', () => {
    expect(() => decodeValue('{"a', () => null)).toThrow('a value in it is not JSON')
  })
})
