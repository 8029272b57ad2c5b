import { expect, test } from 'vitest'
import { scorerNamed } from '../../../../trainer/scorers/index.ts'
import { score, scoredTask } from '../scored-task.ts'

const schema = scorerNamed('schema')
const person = {
  type: 'object',
  required: ['name', 'age'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 1 }, age: { type: 'integer', minimum: 0 } },
}

test.each([
  [{ name: 'Ada', age: 36 }, person, 1],
  [{ name: 'Ada', age: -1 }, person, 0],
  [{ name: 'Ada' }, person, 0],
  [{ name: 'Ada', age: 36, more: 1 }, person, 0],
  ['{"name":"Ada","age":36}', person, 0],
  ['abc', { type: 'string', pattern: '^[a-c]+$' }, 1],
  [['a', 'a'], { type: 'array', uniqueItems: true }, 0],
  [7, true, 1],
  [7, false, 0],
  [['a', 1], { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }, { type: 'integer' }] }, 1],
  [['a', 'b'], { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }, { type: 'integer' }] }, 0],
] as const)('%j by %j scores %d', async (result, given, wanted) => {
  expect(await score(schema, result, { schema: given })).toBe(wanted)
})

test.each([
  [{ type: 'strin' }, 'schema is invalid: data/type must be equal to one of the allowed values'],
  [{ tpye: 'string' }, 'strict mode: unknown keyword: "tpye"'],
  [{ $ref: 'https://elsewhere.example/schema' }, "can't resolve reference https://elsewhere.example/schema from id #"],
  [{ type: 'string', format: 'email' }, 'unknown format "email" ignored in schema at path "#"'],
] as const)('%j is told before anything runs', (given, message) => {
  const fit = schema.fits(scoredTask({ schema: given }))
  expect(fit).toMatchObject({ kind: 'unfit', problem: expect.stringContaining(`"schema" cannot be used: ${message}`) as string })
})

test('a pattern that never comes to an end is ended, and the next result is judged', async () => {
  const quick = scorerNamed('schema', { timeoutSeconds: 0.5 })
  expect(await score(quick, 'a'.repeat(40), { schema: { type: 'string', pattern: '^(a+)+$x' } })).toBe(0)
  expect(await score(quick, 'a', { schema: { type: 'string', pattern: '^(a+)+$' } })).toBe(1)
})
