import { describe, expect, test } from 'vitest'
import { scorerNamed } from '../../../../trainer/scorers/index.ts'
import { score, scoredTask, verdict } from '../scored-task.ts'

const code = scorerNamed('code', { timeoutSeconds: 3 })
const tests = [{ call: 'add', arguments: [5, 2], returns: 7 }]

describe.concurrent('a solution', () => {
  test.each([
    ['is right', 'def add(a, b):\n    print("noise")\n    return a + b', 1],
    ['stands in a fence', '```python\ndef add(a, b):\n    return a + b\n```', 1],
    ['is wrong', 'def add(a, b):\n    return a - b', 0],
    ['is no Python', 'def add(', 0],
    ['prints that it passed, and ends', 'import sys\nprint("passed", 7)\nsys.exit(0)', 0],
    ['ends the interpreter', 'import os\nos._exit(0)', 0],
    ['returns what equals everything', 'class Any:\n    def __eq__(self, other): return True\ndef add(a, b): return Any()', 0],
    ['patches what compares and writes', 'import builtins, json\nbuiltins.all = lambda x: True\njson.dumps = lambda x: "true"\ndef add(a, b): return 0', 0],
    [
      'looks for what is expected',
      'import gc, sys\ndef add(a, b):\n    frame, found = sys._getframe(), []\n    while frame:\n        found.append(dict(frame.f_locals))\n        frame = frame.f_back\n' +
        '    tests = [local["test"] for local in found if "test" in local]\n    return tests[0]["returns"]',
      0,
    ],
  ] as const)('that %s', async (_, solution, wanted) => {
    expect(await score(code, solution, { tests })).toBe(wanted)
  })

  test('that never ends is ended', async () => {
    expect(await score(scorerNamed('code', { timeoutSeconds: 0.5 }), 'while True: pass', { tests })).toBe(0)
  })

  test('that is no text is wrong', async () => {
    expect(await score(code, 7, { tests })).toBe(0)
  })

  test('that is a program reads and prints', async () => {
    const doubles = [{ stdin: '4\n', stdout: '8' }]
    expect(await score(code, 'print(2 * int(input()))', { tests: doubles })).toBe(1)
    expect(await score(code, 'import sys\nfor line in sys.stdin.buffer: print(3 * int(line))', { tests: doubles })).toBe(0)
  })

  test('that answers in large numbers is compared to the last digit', async () => {
    const large = (returns: string) => [{ call: 'f', arguments: [], returns }]
    expect(await score(code, 'def f(): return 2**53 + 1', { tests: large('9007199254740993') })).toBe(1)
    expect(await score(code, 'def f(): return 2**53 + 1', { tests: large('9007199254740992') })).toBe(0)
  })

  test('that passes some tests has their share, where that is asked for', async () => {
    const half = [...tests, { call: 'add', arguments: [5, -2], returns: 3 }]
    expect(await score(scorerNamed('code', { partial: true }), 'def add(a, b): return a + abs(b)', { tests: half })).toBe(0.5)
  })
})

describe('asserts', () => {
  const asserted = [{ assert: 'assert add(5, 2) == 7' }]

  test('are refused, because they can be cheated', () => {
    expect(code.fits(scoredTask({ tests: asserted }))).toMatchObject({
      kind: 'unfit',
      problem: expect.stringContaining('a solution can cheat a test that is an assert') as string,
    })
  })

  test('are run where that risk is taken; an early end is no pass', async () => {
    const trusting = scorerNamed('code', { asserts: true })
    expect(await score(trusting, 'def add(a, b): return a + b', { tests: asserted })).toBe(1)
    expect(await score(trusting, 'def add(a, b): return a - b', { tests: asserted })).toBe(0)
    expect(await score(trusting, 'import sys\nprint("passed")\nsys.exit(0)', { tests: asserted })).toBe(0)
  })
})

test('a task without tests has no score', async () => {
  expect(await verdict(code, 'def add(a, b): return 7')).toEqual({ kind: 'unknown', reason: 'no "tests"' })
})
