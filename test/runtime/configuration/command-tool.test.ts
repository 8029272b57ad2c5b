import { tmpdir } from 'node:os'
import { expect, test, vi } from 'vitest'
import { createCommandTool } from '../../../runtime/configuration/index.ts'

const call = (
  script: string,
  options: { readonly timeoutSeconds?: number; readonly signal?: AbortSignal; readonly program?: string } = {},
) =>
  createCommandTool(
    { command: [options.program ?? process.execPath, '-e', script], timeoutSeconds: options.timeoutSeconds ?? 20 },
    tmpdir(),
  ).call({ query: 'a "b" $(c)', count: 2 }, { node: 'main/search', seed: 1, signal: options.signal ?? new AbortController().signal })

const echo = 'process.stdin.pipe(process.stdout)'

test('gets its arguments and gives its result as JSON', async () => {
  expect(await call(echo)).toEqual({ kind: 'ok', value: { query: 'a "b" $(c)', count: 2 } })
})

test('may leave its input unread', async () => {
  expect(await call('console.log(7)')).toEqual({ kind: 'ok', value: 7 })
})

test('gets none of the keys in the environment', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-openai-key').stubEnv('EXAMPLE_TOKEN', 'sk-example-token').stubEnv('LC_TIME', 'C')
  try {
    const outcome = await call('console.log(JSON.stringify(process.env))')
    expect(outcome).toMatchObject({ kind: 'ok', value: { PATH: process.env.PATH, LC_TIME: 'C' } })
    expect(JSON.stringify(outcome)).not.toContain('sk-')
  } finally {
    vi.unstubAllEnvs()
  }
})

test.each([
  ['console.log("hello")', /wrote no JSON: "hello\\n"$/],
  ['', /wrote no JSON: ""$/],
  ['console.error("first\\nlast"); process.exitCode = 3', /ended with status 3: last$/],
  ['process.kill(process.pid, "SIGTERM")', /ended with SIGTERM$/],
  ['setInterval(() => process.stdout.write("x".repeat(1e6)), 1)', /wrote more than 4194304 bytes$/],
])('fails where the program does: %s', async (script, message) => {
  expect(await call(script)).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) as string })
})

test('fails where there is no such program', async () => {
  expect(await call('', { program: 'no-such-program-here' })).toEqual({
    kind: 'failed',
    message: 'no-such-program-here cannot be started (ENOENT)',
  })
})

test('is killed when it takes too long, with what it started', async () => {
  const script =
    'require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" })'
  expect(await call(script, { timeoutSeconds: 0.5 })).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/took longer than 0.5 seconds$/) as string,
  })
})

test('is killed when the call is aborted', async () => {
  expect(await call('setInterval(() => {}, 1000)', { signal: AbortSignal.abort() })).toEqual({
    kind: 'failed',
    message: 'the call was aborted',
  })
})
