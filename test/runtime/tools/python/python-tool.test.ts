import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { createPythonTool, DEFAULT_PYTHON_SETTINGS, detectBoundary } from '../../../../runtime/index.ts'
import type { PythonSettings, ToolOutcome } from '../../../../runtime/index.ts'
import { endOfProcesses, groupOf } from './processes.ts'

const never = new AbortController().signal

const run = (
  code: string,
  { seed = 1, signal = never, ...settings }: Partial<PythonSettings> & { seed?: number; signal?: AbortSignal } = {},
): Promise<ToolOutcome> =>
  createPythonTool({ ...DEFAULT_PYTHON_SETTINGS, ...settings }).call({ code }, { node: 'main/python', seed, signal })

const wheel = fileURLToPath(new URL('./greeting-1.0-py3-none-any.whl', import.meta.url))

describe.concurrent('a job', () => {
  test.each([
    ['what it prints', 'print(6 * 7)\nprint("ä", "😀")', '42\nä 😀\n'],
    ['nothing where it prints nothing', '6 * 7', ''],
    ['no end of line of its own', 'print("a", end="")', 'a'],
    [
      'what asyncio waits for',
      'import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 3\nprint(asyncio.run(f()))',
      '3\n',
    ],
    ['an end by sys.exit(0)', 'import sys\nprint(1)\nsys.exit(0)', '1\n'],
    [
      'itself as the main program',
      'print(__name__)\nimport pickle\nclass A: pass\nprint(type(pickle.loads(pickle.dumps(A()))).__name__)',
      '__main__\nA\n',
    ],
    ['files of its own', 'open("/tmp/a", "w").write("hi")\nprint(open("/tmp/a").read())', 'hi\n'],
    ['what it printed before it took the stream away', 'import io, sys\nprint("a", end="")\nsys.stdout = io.StringIO()', 'a'],
    ['all of it where it closed the stream', 'import sys\nprint("a")\nsys.stdout.close()', 'a\n'],
    ['what it wrote to standard error', 'import sys\nprint("a")\nsys.stderr.write("no")', 'a\nStandard error:\nno'],
    ['bytes that are no text as replacements', 'import os\nos.write(1, b"\\xff")', '\ufffd'],
  ])('gives %s', async (_, code, value) => {
    expect(await run(code)).toEqual({ kind: 'ok', value })
  })

  test.each([
    [
      'an exception',
      'def f(): return 1 / 0\nprint("so far")\nf()',
      /^Traceback[^]*line 1, in f\n[^]*ZeroDivisionError: division by zero\nIt had printed:\nso far$/,
    ],
    ['a mistake in the code', 'prin(', /line 1\n[^]*SyntaxError: '\(' was never closed$/],
    ['an end with a status', 'import sys; sys.exit(3)', /^The code ended with sys\.exit\(3\)\.$/],
    ['an end with a status that lies', 'class S: __repr__ = None\nraise SystemExit(S())', /^The code raised an exception that/],
    ['an exception that hides its place', 'class E(Exception): __traceback__ = None\nraise E("no")', /^Traceback[^]*E: no$/],
    ['an end of input', 'input()', /EOFError/],
    ['recursion without end', 'def f(): return f()\nf()', /RecursionError/],
    ['an exception of ten million characters', 'raise ValueError("A" * 10_000_000)', /^.{0,4100}$/s],
    ['an end of the interpreter', 'import os; os._exit(0)', /^The Python interpreter broke down/],
  ])('that comes to %s is a failure', async (_, code, message) => {
    expect(await run(code)).toEqual({ kind: 'failed', message: expect.stringMatching(message) as string })
  })

  test('has random numbers that depend on the seed alone', async () => {
    const code = 'import random\nprint(random.random(), list({"a", "b", "c"}))'
    const [first, again, other] = await Promise.all([run(code), run(code), run(code, { seed: 2 })])
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  test('finds nothing of the job before it', async () => {
    const python = createPythonTool({ ...DEFAULT_PYTHON_SETTINGS, prewarmed: 1 })
    const context = { node: 'main/python', seed: 1, signal: never }
    const leave =
      'import builtins, os, json\nbuiltins.left = json.left = 1\nos.environ["LEFT"] = "1"\nopen("/tmp/left", "w").write("1")'
    const look =
      'import builtins, os, json\n' +
      'print(hasattr(builtins, "left"), hasattr(json, "left"), "LEFT" in os.environ, os.path.exists("/tmp/left"))'
    expect(await python.call({ code: leave }, context)).toMatchObject({ kind: 'ok' })
    expect(await python.call({ code: look }, context)).toEqual({ kind: 'ok', value: 'False False False False\n' })
  })

  test('imports from the wheels that are named', async () => {
    expect(await run('import greeting\nprint(greeting.greet("you"))', { wheels: [wheel] })).toEqual({
      kind: 'ok',
      value: 'Hello, you\n',
    })
    expect(await run('import greeting')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('ModuleNotFoundError') as string,
    })
  })

  test.each([
    ['gone.whl', /^The wheel gone\.whl cannot be read \(ENOENT\)$/],
    [fileURLToPath(import.meta.url), /^Python could not be started: .*zip/],
  ])('with the wheel %s does not start', async (name, message) => {
    expect(await run('print(1)', { wheels: [name] })).toEqual({
      kind: 'failed',
      message: expect.stringMatching(message) as string,
    })
  })

  test('is stopped where the call is aborted', async () => {
    expect(await run('while True: pass', { signal: AbortSignal.timeout(200) })).toMatchObject({ kind: 'failed' })
    expect(await run('print(1)', { signal: AbortSignal.abort() })).toEqual({ kind: 'failed', message: 'The call was aborted.' })
  })
})

test('a host that is killed leaves no process and no file behind', async () => {
  const before = leftFolders()
  const host = spawn(process.execPath, [fileURLToPath(new URL('./killed-host.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const group = await groupOf(host)
  host.kill('SIGKILL')
  expect(await endOfProcesses(group)).toEqual([])
  expect(leftFolders().filter((name) => !before.includes(name))).toEqual([])
})

const { holds } = await detectBoundary()
if (holds.includes('processes') && holds.includes('user')) {
  test('a program that is the first process, as in a container, has no zombies', () => {
    const program = [process.execPath, fileURLToPath(new URL('./first-process.ts', import.meta.url))]
    const { stdout } = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', ...program], { encoding: 'utf8' })
    expect(stdout).toBe('1 ok 0\n')
  })
}

if (process.platform === 'linux') {
  test('a program that may open no more files gets failures, and goes on', () => {
    const host = fileURLToPath(new URL('./full-host.ts', import.meta.url))
    const { stdout, stderr, status } = spawnSync('sh', ['-c', 'ulimit -n 64 && exec "$0" "$1"', process.execPath, host], {
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/^ok\n(ok|.* EMFILE)\nPython could not be started: Error: spawn EMFILE\nok\n$/)
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })
}

test('a folder for temporary files that is not there is a failure, and is not kept', async () => {
  vi.resetModules()
  const fresh = await import('../../../../runtime/index.ts')
  const python = fresh.createPythonTool()
  const context = { node: 'main/python', seed: 1, signal: never }
  vi.stubEnv('TMPDIR', '/nowhere')
  expect(await python.call({ code: 'print(1)' }, context)).toEqual({
    kind: 'failed',
    message: 'Python could not be started: its memory cannot be kept in /nowhere (ENOENT)',
  })
  vi.unstubAllEnvs()
  expect(await python.call({ code: 'print(1)' }, context)).toEqual({ kind: 'ok', value: '1\n' })
})

const leftFolders = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('maslang-python-'))
