import { expect, test } from 'vitest'
import { withSchemaPrompt } from '../../../runtime/model/schema-prompt.ts'

const schema = { type: 'integer' }
const user = { role: 'user', content: 'q' } as const
const wanted = 'Answer with JSON only, no other text, that fits this JSON Schema:\n{"type":"integer"}'

test('the schema goes into the system message, or becomes one: many servers take a single one', () => {
  expect(withSchemaPrompt([{ role: 'system', content: 'You count.' }, user], schema)).toEqual([
    { role: 'system', content: `You count.\n\n${wanted}` },
    user,
  ])
  expect(withSchemaPrompt([user], schema)).toEqual([{ role: 'system', content: wanted }, user])
})
