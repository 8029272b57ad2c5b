import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS, emptyConfiguration, isRunConfiguration, readConfiguration } from '../../../runtime/configuration/index.ts'
import type { ReadConfiguration } from '../../../runtime/configuration/index.ts'

const read = (value: unknown) => readConfiguration(JSON.stringify(value))

test('an empty file has every default', () => {
  expect(read({})).toEqual({ kind: 'ok', configuration: emptyConfiguration })
})

const full = {
  $schema: './schema.json',
  models: {
    default: 'openai:m@http://h/v1',
    large: {
      spec: 'openai:l',
      keyEnvironment: 'LARGE_KEY',
      server: 'vllm',
      structured: 'prompt',
      stream: true,
      prices: { promptPerMillion: 1, completionPerMillion: 2 },
      fallbacks: ['openai:f', { spec: 'openai:g', thinkTags: false }],
    },
  },
  tools: { 'host:search': { command: ['node', 'search.js'] }, 'std:python': { approve: true } },
  mcp: { files: { command: ['files'] }, web: { url: 'https://w/mcp', keyEnvironment: 'WEB_KEY', timeoutSeconds: 5 } },
  python: { timeoutSeconds: 5, wheels: ['a.whl'] },
  limits: { concurrency: 2 },
  endpoints: { 'http://h/v1': { requestsPerMinute: 60 } },
  cache: 'replies',
  seed: 3,
}

test('a full file is read', () => {
  expect(read(full)).toEqual({
    kind: 'ok',
    configuration: {
      models: {
        default: { spec: 'openai:m@http://h/v1', keyEnvironment: null },
        large: {
          spec: 'openai:l',
          keyEnvironment: 'LARGE_KEY',
          settings: { kind: 'vllm', structured: 'prompt', stream: true },
          prices: { promptPerMillion: 1, completionPerMillion: 2 },
          fallbacks: [
            { spec: 'openai:f', keyEnvironment: null },
            { spec: 'openai:g', keyEnvironment: null, settings: { thinkTags: false } },
          ],
        },
      },
      tools: {
        'host:search': { command: ['node', 'search.js'], timeoutSeconds: 60, approve: null },
        'std:python': { command: null, timeoutSeconds: 60, approve: true },
      },
      mcp: {
        files: { command: ['files'], timeoutSeconds: 60 },
        web: { url: 'https://w/mcp', keyEnvironment: 'WEB_KEY', timeoutSeconds: 5 },
      },
      python: { timeoutSeconds: 5, memoryMegabytes: 256, outputBytes: 100_000, wheels: ['a.whl'], prewarmed: 0 },
      limits: { ...DEFAULT_LIMITS, concurrency: 2 },
      endpoints: { 'http://h/v1': { concurrency: null, requestsPerMinute: 60, tokensPerMinute: null } },
      cache: 'replies',
      seed: 3,
    },
  })
})

describe('a mistake is told with its path and its remedy', () => {
  test.each([
    [{ model: {} }, 'the configuration: there is no setting "model". Did you mean "models"?'],
    [{ limits: { zzz: 1 } }, 'limits: there is no setting "zzz". There is "concurrency", "retries", "requestTimeoutSeconds".'],
    [{ limits: { concurrency: 0 } }, 'limits.concurrency: must be >= 1'],
    [{ limits: { retries: 1.5 } }, 'limits.retries: must be a whole number'],
    [{ models: [] }, 'models: must be an object, in { }'],
    [
      { models: { default: 3 } },
      'models.default: must be a model, "openai:MODEL@http://localhost:11434/v1", or {"spec": …, "keyEnvironment": …}',
    ],
    [{ models: { default: { keyEnvironment: 'K' } } }, 'models.default: "spec" is missing'],
    [
      { models: { default: { spec: 'openai:m', key: 'K' } } },
      'models.default: there is no setting "key". There is "spec", "keyEnvironment", "server", "structured", "tokenLimit", ' +
        '"stream", "thinkTags", "logProbabilities", "prices", "fallbacks".',
    ],
    [{ models: { default: { spec: 'openai:m', server: 'vlm' } } }, 'models.default.server: must be one of "openai", "vllm", "sglang", "llama.cpp", "ollama", "plain"'],
    [{ models: { default: { spec: 'openai:m', fallbacks: [{}] } } }, 'models.default.fallbacks.0: "spec" is missing'],
    [{ models: { default: { spec: 'openai:m', prices: { promptPerMillion: -1, completionPerMillion: 1 } } } }, 'models.default.prices.promptPerMillion: must be >= 0'],
    [{ endpoints: { 'localhost:1': {} } }, 'endpoints: "localhost:1" is no base URL; write "https://…" or "http://…"'],
    [{ endpoints: { 'http://h/v1': { requestsPerMinute: 0 } } }, 'endpoints."http://h/v1".requestsPerMinute: must be >= 1'],
    [{ models: { 'my model': '' } }, 'models."my model": must NOT have fewer than 1 characters'],
    [
      { tools: { search: { command: ['x'] } } },
      'tools: "search" is no tool; write "std:…", "mcp:…" or "host:…"',
    ],
    [{ tools: { 'host:search': { command: 'node x' } } }, 'tools."host:search".command: must be a list, in [ ]'],
    [{ tools: { 'host:search': {} } }, 'tools."host:search": "command" is missing'],
    [{ tools: { 'host:search': { approve: 'yes' } } }, 'tools."host:search".approve: must be a boolean'],
    [
      { tools: { 'std:python': { approve: true, timeoutSeconds: 3 } } },
      'tools."std:python": must have property command when property timeoutSeconds is present',
    ],
    [{ mcp: { a: {} } }, 'mcp.a: must have either "command" or "url"'],
    [{ mcp: { a: { command: ['x'], url: 'http://h' } } }, 'mcp.a: must have either "command" or "url"'],
    [{ python: { memoryMegabytes: 8 } }, 'python.memoryMegabytes: must be >= 64'],
    [{ python: { wheels: ['a.zip'] } }, 'python.wheels.0: must be the path of a wheel, "….whl"'],
    [{ python: { wheel: 'a.whl' } }, 'python: there is no setting "wheel". Did you mean "wheels"?'],
    [{ seed: -1 }, 'seed: must be >= 0'],
    [[], 'the configuration: must be an object, in { }'],
  ])('%j', (value, problem) => {
    const result = read(value)
    expect(result.kind === 'error' ? result.problems : []).toContain(problem)
  })

  test.each([
    { models: { default: { spec: 'openai:m', key: 'K' } } },
    { models: { a: { keyEnvironment: 'K' } } },
    { models: { a: 1 } },
  ])('one mistake gives one problem: %j', (value) => {
    const result = read(value)
    expect(result.kind === 'error' ? result.problems.length : 0).toBe(1)
  })

  test('every mistake at once', () => {
    const result = read({ seed: 'x', limits: { retries: -1 }, models: { a: {} } })
    expect(result.kind === 'error' ? result.problems.length : 0).toBe(3)
  })

  test('a key in the place of its variable is not repeated', () => {
    const result = read({ models: { default: { spec: 'openai:m', keyEnvironment: 'sk-secret-123' } } })
    expect(result.kind).toBe('error')
    expect(JSON.stringify(result)).not.toContain('sk-secret-123')
    expect(JSON.stringify(result)).toContain('the key itself never stands here')
  })

  test('text that is no JSON', () => {
    const result = readConfiguration('{"models": }')
    expect(result.kind === 'error' ? result.problems[0] : '').toMatch(/^it is not valid JSON: /)
  })
})

describe('what is read from stored data is a configuration', () => {
  const { configuration } = read(full) as Extract<ReadConfiguration, { kind: 'ok' }>

  test.each([configuration, emptyConfiguration])('as it was read from a file', (stored) => {
    expect(isRunConfiguration(JSON.parse(JSON.stringify(stored)))).toBe(true)
  })

  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['without a part', { ...configuration, seed: undefined }],
    ['with another part', { ...configuration, more: 1 }],
    ['a model that is none', { ...configuration, models: { default: 'openai:m' } }],
    ['a fallback that is none', { ...configuration, models: { default: { spec: 'openai:m', keyEnvironment: null, fallbacks: [null] } } }],
    ['a tool without a program', { ...configuration, tools: { 'host:a': { command: [], timeoutSeconds: 1 } } }],
    ['a server that is a program and an address', { ...configuration, mcp: { a: { command: ['a'], url: 'http://a', keyEnvironment: null, timeoutSeconds: 1 } } }],
    ['limits without an end', { ...configuration, limits: { ...DEFAULT_LIMITS, concurrency: 1e9 } }],
  ])('but not %s', (_, stored) => {
    expect(isRunConfiguration(stored)).toBe(false)
  })
})
