import { describe, expect, test } from 'vitest'
import { readModelSpec, showModelSpec } from '../../../runtime/model/model-spec.ts'

describe('a model is read', () => {
  test.each([
    ['openai:gpt-x', { kind: 'openai', model: 'gpt-x', baseUrl: null }],
    ['openai:qwen3:8b@http://localhost:11434/v1', { kind: 'openai', model: 'qwen3:8b', baseUrl: 'http://localhost:11434/v1' }],
    ['openai:a@b@https://h/v1/', { kind: 'openai', model: 'a@b', baseUrl: 'https://h/v1' }],
    ['openai:a@http://x@https://h/v1', { kind: 'openai', model: 'a@http://x', baseUrl: 'https://h/v1' }],
    ['openai:opus@20240229', { kind: 'openai', model: 'opus@20240229', baseUrl: null }],
    ['embedded:arithmetic', { kind: 'embedded', name: 'arithmetic' }],
    ['replay:C:\\traces\\one.jsonl', { kind: 'replay', file: 'C:\\traces\\one.jsonl' }],
  ])('%s', (text, spec) => {
    const read = readModelSpec(text)
    expect(read).toEqual({ kind: 'ok', spec })
    if (read.kind === 'ok') expect(readModelSpec(showModelSpec(read.spec))).toEqual(read)
  })
})

describe('a mistake has a remedy', () => {
  test.each([
    ['gpt-4', '"gpt-4" is no model; write openai:MODEL@BASE_URL, embedded:NAME or replay:FILE'],
    ['', '"" is no model; write openai:MODEL@BASE_URL, embedded:NAME or replay:FILE'],
    ['openai:', 'openai: needs a model, as in openai:qwen3:8b@http://localhost:11434/v1'],
    ['openai:@http://h/v1', 'openai: needs a model, as in openai:qwen3:8b@http://localhost:11434/v1'],
    [
      'openai:m@localhost:11434/v1',
      'the base URL of "openai:m@localhost:11434/v1" needs its http:// or https://, as in openai:MODEL@http://localhost:11434/v1',
    ],
    ['openai:m@http://', 'the base URL "http://" of model "m" is not valid'],
    ['openai:m@http://h/v1?key=1', 'the base URL of model "m" may not hold "?" or "#"; give its address up to /v1'],
    ['embedded:', 'embedded: needs a name, as in embedded:arithmetic'],
    ['replay:', 'replay: needs a file, as in replay:trace.jsonl'],
  ])('%s', (text, message) => {
    expect(readModelSpec(text)).toEqual({ kind: 'error', message })
  })

  test('a password in the address is refused and not repeated', () => {
    const read = readModelSpec('openai:m@http://user:secret@h/v1')
    expect(read).toEqual({
      kind: 'error',
      message: 'the base URL of model "m" holds a password; put the key into an environment variable instead',
    })
  })
})
