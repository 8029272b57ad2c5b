import { describe, expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import { executionOutcome } from '../../../trainer/rollout/index.ts'
import { exactScorer, functionScorer, scoreOutcome, scorerNamed } from '../../../trainer/scorers/index.ts'
import { scoredTask } from './scored-task.ts'

const failed = { kind: 'failed', node: 'main', code: 'timeout', message: 'late' } as const
const stopped = { kind: 'stopped', path: 'main', reason: 'tokens', message: 'spent' } as const

describe.each(['exact', 'numeric', 'math', 'schema'] as const)('%s', (name) => {
  const scorer = scorerNamed(name)
  const task = scoredTask({ expected: '7', schema: true })

  test('what failed or spent its budget scores 0, a cancelled run has no score', async () => {
    expect(await scoreOutcome(scorer, task, failed)).toEqual({ kind: 'scored', score: 0 })
    expect(await scoreOutcome(scorer, task, stopped)).toEqual({ kind: 'scored', score: 0 })
    expect(await scoreOutcome(scorer, task, { kind: 'cancelled' })).toMatchObject({ kind: 'unknown' })
  })

  test('a task that nobody knows the answer of has no score, whatever came out', async () => {
    const reason = name === 'schema' ? 'no "schema"' : 'no "expected"'
    expect(await scoreOutcome(scorer, scoredTask(), { kind: 'ok', value: '7' })).toEqual({ kind: 'unknown', reason })
    expect(await scoreOutcome(scorer, scoredTask(), failed)).toEqual({ kind: 'unknown', reason })
  })
})

describe('an answer that stands elsewhere is not paid for', () => {
  const script = `
agent Say(text: string) -> string { prompt "{{text}}" }
agent Work(text: string) -> { draft: string, result: string } { prompt "{{text}}" }
workflow main() -> { draft: string, result: string } {
  right = Say("42")
  other = Work(right)
  return other
}`

  /** A run whose first reply is the answer, whose second holds it beside the result, and whose traces are full of it. */
  async function outcome() {
    const [workflow] = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', script]]))).workflows
    if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this test does not compile')
    const replies = ['42', JSON.stringify({ draft: '42', result: '41' })]
    const client = {
      description: 'knows the answer',
      complete: () =>
        Promise.resolve({
          kind: 'reply',
          reply: { content: replies.shift() ?? '', toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1 } },
        } as const),
    }
    const run = runWorkflow({ graph: workflow.compiled.graph, inputs: {}, models: new Map([['default', client]]), seed: 1 })
    const events: string[] = []
    for await (const event of run.events) events.push(JSON.stringify(event))
    return { outcome: executionOutcome((await run.result).outcome), trace: events.join('\n') }
  }

  test('by no scorer that reads a value', async () => {
    const { outcome: ended, trace } = await outcome()
    expect(trace).toContain('"42"')
    expect(ended).toEqual({ kind: 'ok', value: { draft: '42', result: '41' } })
    for (const name of ['exact', 'numeric', 'math'] as const) {
      const scored = await scoreOutcome(scorerNamed(name, { field: 'result' }), scoredTask({ expected: '42' }), ended)
      expect([name, scored]).toEqual([name, { kind: 'scored', score: 0 }])
    }
    expect(await scoreOutcome(exactScorer, scoredTask({ expected: '42' }), ended)).toEqual({ kind: 'scored', score: 0 })
  })

  test('and a function is handed the result and the task, nothing more', async () => {
    const { outcome: ended } = await outcome()
    const task = scoredTask({ expected: '42' })
    let seen: readonly unknown[] = []
    const spy = functionScorer('spy', (...given: readonly unknown[]) => {
      seen = given
      return 1
    })
    await scoreOutcome(spy, task, ended)
    expect(seen).toEqual([{ draft: '42', result: '41' }, task])
  })
})
