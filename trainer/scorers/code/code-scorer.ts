import { randomUUID } from 'node:crypto'
import type { Value } from '../../../compiler/index.ts'
import { createPythonRunner, DEFAULT_PYTHON_SETTINGS, unsupportedNode } from '../../../runtime/index.ts'
import type { PythonRunner } from '../../../runtime/index.ts'
import type { Tolerances } from '../numeric-scorer.ts'
import type { Scorer, TaskFit, Verdict } from '../scorer.ts'
import type { CodeTest, TestTask } from './code-test.ts'
import { judgeTest } from './judge-test.ts'
import { jobCode } from './python-driver.ts'
import { readTests } from './read-tests.ts'

export interface CodeSettings extends Tolerances {
  /** For one test. */
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  /** Whether tests may be asserts, which a solution can cheat. */
  readonly asserts: boolean
  /** Whether the score is the share of tests that are passed. */
  readonly partial: boolean
}

/** Nobody is paid for more. */
const longestSolution = 100_000
const outputBytes = 1_000_000

/**
 * 1 where the result is Python that passes the unit tests of the task, each run in a sandboxed process of its own. What is expected
 * never enters that process: it is compared here. A solution that fails, hangs or takes too much memory fails the test; where no
 * process can be had, the scorer has failed.
 */
export function codeScorer(settings: CodeSettings): Scorer {
  const { timeoutSeconds, memoryMegabytes } = settings
  const run = createPythonRunner({ ...DEFAULT_PYTHON_SETTINGS, timeoutSeconds, memoryMegabytes, outputBytes })
  return {
    name: 'code',
    fits: ({ tests }) => fitOf(tests, settings),
    judge: async (result, { tests }): Promise<Verdict> => {
      const read = tests === undefined ? null : readTests(tests)
      if (read?.kind !== 'ok') return withoutTests
      if (typeof result !== 'string' || result.length > longestSolution) return { kind: 'scored', score: 0 }
      return runTests(run, withoutFence(result), read.tests, settings)
    },
  }
}

const withoutTests: Extract<TaskFit, { readonly kind: 'unknown' }> = { kind: 'unknown', reason: 'no "tests"' }

function fitOf(tests: Value | undefined, { asserts }: CodeSettings): TaskFit {
  const unsupported = unsupportedNode(process.versions.node)
  if (unsupported !== null) return { kind: 'unfit', problem: `"code" cannot be scored here: ${unsupported}` }
  if (tests === undefined) return withoutTests
  const read = readTests(tests)
  if (read.kind === 'error') return { kind: 'unfit', problem: read.message }
  if (asserts || read.tests.every(({ kind }) => kind !== 'assert')) return { kind: 'fits' }
  const problem = 'a solution can cheat a test that is an assert: write calls with what they return, or take the risk with the option asserts=true'
  return { kind: 'unfit', problem }
}

/** The code in a fence around the whole text. */
const withoutFence = (text: string): string => /^\s*```(?:python|py)?\s*\n(.*?)\n?```\s*$/s.exec(text)?.[1] ?? text

async function runTests(run: PythonRunner, solution: string, tests: readonly CodeTest[], settings: CodeSettings): Promise<Verdict> {
  let passed = 0
  for (const test of tests) {
    const token = randomUUID()
    const outcome = await run({ code: jobCode(solution, taskOf(test, token)), seed: 0 }, new AbortController().signal)
    if (outcome.kind === 'unavailable') return { kind: 'failed', reason: `code: ${outcome.message}` }
    const isPassed = outcome.kind === 'ok' && judgeTest(test, String(outcome.value), { ...settings, token })
    if (isPassed) passed += 1
    else if (!settings.partial) return { kind: 'scored', score: 0 }
  }
  return { kind: 'scored', score: passed / tests.length }
}

/** The test without what is expected. */
function taskOf(test: CodeTest, token: string): TestTask {
  switch (test.kind) {
    case 'call':
      return { kind: 'call', call: test.call, arguments: test.arguments }
    case 'program':
      return { kind: 'program', stdin: test.stdin }
    case 'assert':
      return { ...test, token }
  }
}
