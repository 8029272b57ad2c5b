import { expect, test } from 'vitest'
import { requestForCheckpoint } from '../../../trainer/serving/request-for-checkpoint.ts'
import type { WireRequest } from '../../../trainer/serving/wire-request.ts'
import { exampleManifest } from '../embedded/checkpoint-folder.ts'

const parameters = [
  { name: 'expression', type: 'string' },
  { name: 'times', type: 'int' },
]
const two = exampleManifest({
  roles: [
    { role: 'answer', parameters: [{ name: 'expression', type: 'string' }], result: 'int' },
    { role: 'repeat', parameters, result: 'string' },
  ],
})

const wire = (system: string | null, user: string, changes: Partial<WireRequest> = {}): WireRequest => ({
  model: 'digits',
  messages: [...(system === null ? [] : [{ role: 'system', content: system }]), { role: 'user', content: user }],
  ...changes,
})

const inputsOf = (request: WireRequest) => {
  const read = requestForCheckpoint(request, two)
  return read.kind === 'ok' ? read.request.agent.inputs.map(({ value }) => value) : read.message
}

test.each([
  ['one input, laid out', wire('answer', 'expression:\n1+2'), ['1+2']],
  ['one input, the whole message', wire('answer', '1+2'), ['1+2']],
  ['two inputs', wire('repeat', 'expression:\n1+2\n\nthen 3\n\ntimes:\n4'), ['1+2\n\nthen 3', 4]],
  ['the name of the schema, where there is no role', wire(null, '1', { response_format: { type: 'json_schema', json_schema: { name: 'answer' } } }), ['1']],
  ['a repair: the first user message is the call', { ...wire('answer', '1'), messages: [...wire('answer', '1').messages, { role: 'user', content: 'again' }] }, ['1']],
  ['an input that is missing', wire('repeat', 'expression:\n1'), 'the user message must hold "expression:", "times:", each with its value on the next line'],
  ['another layout', wire('repeat', '1, 2'), 'the user message must hold "expression:", "times:", each with its value on the next line'],
  ['a role that is not known', wire('poet', '1'), 'the system message must be one of the roles that digits was trained on: "answer", "repeat"'],
  ['no role, where there are several', wire(null, '1'), 'the system message must be one of the roles that digits was trained on: "answer", "repeat"'],
  ['tools', wire('answer', '1', { tools: [{}] }), 'digits calls no tools'],
])('%s', (_, request, expected) => {
  expect(inputsOf(request)).toEqual(expected)
})

test('an input of the wrong type is told by its name', () => {
  expect(inputsOf(wire('repeat', 'expression:\n1\n\ntimes:\nfour'))).toMatch(/^the input "times" /)
})

test('the only role needs no name', () => {
  expect(requestForCheckpoint(wire(null, '1'), exampleManifest())).toMatchObject({ kind: 'ok', request: { agent: { role: 'answer' } } })
})

test('sampling is as asked for, and a seed that is left out is drawn', () => {
  const asked = wire('answer', '1', { temperature: 0.5, max_tokens: 3, seed: 9, response_format: { type: 'json_schema' } })
  expect(requestForCheckpoint(asked, two)).toMatchObject({
    request: { sampling: { temperature: 0.5, topP: null, maximumTokens: 3, seed: 9 }, output: { kind: 'json', wrapped: true } },
  })
  expect(requestForCheckpoint(wire('answer', '1'), two)).toMatchObject({
    request: { sampling: { temperature: null, maximumTokens: 1024, seed: expect.any(Number) as number }, output: { kind: 'text' } },
  })
})
