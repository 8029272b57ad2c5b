import { expect, test } from 'vitest'
import { adaptationFor } from '../../../runtime/model/adaptation.ts'

const body = {
  max_tokens: 100,
  temperature: 0.2,
  top_p: 0.5,
  seed: 7,
  response_format: {},
  logprobs: true,
  stream_options: {},
  grammar: 'root ::= "a"',
}

test.each([
  ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", 'token_limit'],
  ["Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.", 'temperature'],
  ["Unsupported parameter: 'top_p' is not supported with this model.", 'top_p'],
  ['Unrecognized request argument supplied: seed', 'seed'],
  ['[{"type":"extra_forbidden","loc":["body","seed"],"msg":"Extra inputs are not permitted"}]', 'seed'],
  ["Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", 'schema'],
  ['logprobs is not supported', 'log_probabilities'],
  ['unknown field stream_options', 'stream_usage'],
  ['this model does not support grammar', 'grammar'],
])('%s', (complaint, adaptation) => {
  expect(adaptationFor(complaint, body)).toBe(adaptation)
})

test.each([
  ['a grammar', { grammar: 'root ::= "a"' }, 'grammar'],
  ['a schema', { json: {} }, 'schema'],
])('a server that does not know vLLM’s field is asked without %s', (_, part, adaptation) => {
  expect(adaptationFor('[{"loc":["body","structured_outputs"],"msg":"Extra inputs are not permitted"}]', { structured_outputs: part })).toBe(adaptation)
})

test.each([
  ['a value out of range is the script’s mistake', 'temperature must be between 0 and 1', body],
  ['a field that was not sent cannot be left out', "'seed' is not supported", { temperature: 1 }],
  ['a word that only holds a field’s name', 'the seeds of this model are not supported', body],
  ['a schema that is not as the server wants it', "Invalid schema for response_format 'Writer': 'pattern' is not permitted.", body],
  ['another reason', 'the model is not available', body],
])('%s', (_, complaint, sent) => {
  expect(adaptationFor(complaint, sent)).toBeNull()
})
