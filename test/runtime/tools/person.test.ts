import { expect, test } from 'vitest'
import { person } from '../../../runtime/tools/person.ts'

const context = { node: 'main/sign', seed: 1, signal: new AbortController().signal }

test.each([
  [{ question: 'Is it right?', page: 3 }, 'Is it right?'],
  [{ page: 3 }, 'What is the result of this call?'],
  [{ question: 3 }, 'What is the result of this call?'],
])('of %j a person is asked %j', async (inputs, question) => {
  expect(await person.call(inputs, context)).toEqual({ kind: 'suspended', question, awaits: 'result' })
})
