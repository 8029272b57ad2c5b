import { describe, expect, test } from 'vitest'
import type { ModelClient } from '../../../runtime/index.ts'
import { designerRows, executorRows } from '../../../trainer/credit/index.ts'
import { designAround } from '../../../trainer/team/index.ts'
import { stepWarnings } from '../../../trainer/guards/index.ts'
import type { ProposalRequest } from '../../../trainer/policies/designer-policy.ts'
import { rolloutStatistics } from '../../../trainer/rollout/index.ts'
import { exactScorer } from '../../../trainer/scorers/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { evaluateDesigns } from '../../../trainer/training/evaluate-designs.ts'
import { rollOut } from '../../../trainer/training/roll-out.ts'
import type { RolloutParts } from '../../../trainer/training/roll-out.ts'
import { runExecution } from '../../../trainer/training/run-execution.ts'
import { exampleCall } from '../example-call.ts'
import { exampleRequest, policyOf, replyOf, tinyNetwork } from '../policies/example-request.ts'
import { tinySettings } from './tiny-team.ts'

const task = (expression: string, expected: string) => ({
  id: `depth:${expression}`,
  family: 'depth',
  difficulty: 1,
  input: { expression },
  expected,
})
const { credit } = tinySettings
const sampled = replyOf(await policyOf(await tinyNetwork()).complete(exampleRequest(), new AbortController().signal)).record

/** A client that answers with a digit, and fails from the nth call on. */
function digitClient(answer: string, failsFrom = Infinity): ModelClient {
  let calls = 0
  return {
    description: 'a digit',
    complete: () => {
      calls += 1
      if (calls >= failsFrom) {
        return Promise.resolve({ kind: 'failure', code: 'bad_reply', message: 'noise', transient: false, reachedModel: true, retryAfter: null })
      }
      const usage = { promptTokens: 1, completionTokens: 1 }
      return Promise.resolve({ kind: 'reply', reply: { content: answer, toolCalls: [], finish: 'stop', usage, record: sampled } })
    },
  }
}

const one = designAround('return Answer(expression)')
const two = designAround('return Answer(Reduce(expression))')
const broken = 'workflow main(expression: string) -> string { return 7 }'

/** A designer that writes given texts in turn. */
const written = (texts: readonly string[]): RolloutParts['designs'] => ({
  kind: 'designer',
  temperature: 1,
  propose: (requests: readonly ProposalRequest[]) =>
    requests.map(({ run, step, task: { id }, design }) => ({
      text: texts[design - 1] ?? '',
      call: exampleCall({ run, step, task: id, design, execution: null, node: 'designer', policy: 'designer' }),
    })),
})

const parts = (designs: RolloutParts['designs'], client = digitClient('7')): RolloutParts => ({
  designs,
  compiler: new DesignCompiler(),
  client,
  scorer: exactScorer,
})

const settings = { run: 'r', step: 2, seed: 5, designs: 2, executions: 2, traced: false, recorded: false }

describe('a design that does not compile', () => {
  test('keeps its row, with the lowest reward and what is wrong with it', async () => {
    const trees = await rollOut([task('3+4', '0')], settings, parts(written([broken, one])))
    const [rejected, accepted] = trees[0]?.designs ?? []
    expect(rejected).toMatchObject({ design: 1, text: broken, executions: [], compiled: { kind: 'rejected' } })
    expect(rejected?.compiled.kind === 'rejected' && rejected.compiled.diagnostics.some(({ code }) => code.startsWith('MAS'))).toBe(true)
    expect(accepted?.executions.map(({ score }) => score)).toEqual([0, 0])
    const rows = designerRows(trees, credit, 'designer')
    expect(rows.map(({ record }) => record.design)).toEqual([1, 2])
    const [worst, other] = rows.map(({ record }) => record.advantages?.[0] ?? 0)
    expect(worst).toBeLessThan(0)
    expect(other).toBeCloseTo(-(worst ?? 0))
    expect(stepWarnings(trees, credit.reward).rejectedDesigns).toBe(1)
    expect(rolloutStatistics(trees, credit.reward).meanDesignReward).toBeCloseTo((credit.reward.rejected - credit.reward.costPerRequest) / 2)
  })
  test('counts as failed tasks where designs are evaluated', async () => {
    const evaluation = await evaluateDesigns([task('3+4', '7'), task('3+5', '7')], { run: 'e', seed: 1, repeats: 2 }, parts(written([broken, one])))
    expect(evaluation.scores).toEqual([0.5, 0.5])
    expect(evaluation.success).toBe(0.5)
    expect(evaluation).toMatchObject({ requests: 2, requestsPerTask: 1 })
  })
  test('is worse than any design can come to be', () => {
    const { costPerRequest, costPerChoice, rejected } = credit.reward
    expect(rejected).toBeLessThanOrEqual(-16 * costPerRequest - 56 * costPerChoice)
  })
})

describe('an execution that fails', () => {
  test('has the score 0, and the calls it made keep their rows', async () => {
    const trees = await rollOut([task('3+4', '7')], { ...settings, designs: 1, executions: 1 }, parts({ kind: 'fixed', text: two }, digitClient('7', 2)))
    const [execution] = trees[0]?.designs[0]?.executions ?? []
    expect(execution).toMatchObject({ score: 0, requests: 2, outcome: { kind: 'failed', code: 'model_bad_reply' } })
    expect(execution?.calls).toHaveLength(1)
    expect(execution?.calls[0]).toMatchObject({ agent: 'Reduce', run: 'r', step: 2, task: 'depth:3+4', design: 1, execution: 1 })
    expect(await executorRows(trees, credit)).toHaveLength(1)
  })
  test('by a fault of the policy is no outcome: it stops everything', async () => {
    const faulty: ModelClient = { description: 'faulty', complete: () => Promise.reject(new Error('logits are no numbers')) }
    await expect(rollOut([task('3+4', '7')], settings, parts({ kind: 'fixed', text: one }, faulty))).rejects.toThrow('logits are no numbers')
    await new Promise((resolve) => setTimeout(resolve, 5))
  })
})

describe('a rollout', () => {
  test('gives every execution a seed of its own, the same again for the same seed', async () => {
    const seeds = async (seed: number) =>
      (await rollOut([task('3+4', '7'), task('1+1', '2')], { ...settings, seed }, parts(written([one, two])))).flatMap(({ designs }) =>
        designs.flatMap(({ executions }) => executions.map((execution) => execution.seed)),
      )
    const first = await seeds(5)
    expect(new Set(first).size).toBe(8)
    expect(await seeds(5)).toEqual(first)
    expect(await seeds(6)).not.toEqual(first)
  })
  test('of a given design has no rows of a designer', async () => {
    const [tree] = await rollOut([task('3+4', '7')], settings, parts({ kind: 'fixed', text: one }))
    expect(tree?.designs.map(({ calls, text }) => [calls, text])).toEqual([[[], one], [[], one]])
    expect(tree?.designs.flatMap(({ executions }) => executions.map(({ score }) => score))).toEqual([1, 1, 1, 1])
  })
  test('asks the designer with what it should read', async () => {
    const asked: (string | undefined)[] = []
    const source = written([one, one])
    const propose = source.kind === 'designer' ? source.propose : () => []
    const designs = {
      ...source,
      propose: (requests: readonly ProposalRequest[]) => {
        asked.push(...requests.map(({ reads }) => reads))
        return propose(requests)
      },
    } as RolloutParts['designs']
    await rollOut([task('3+4', '7')], settings, { ...parts(designs), reads: () => '1+1' })
    expect(asked).toEqual(['1+1', '1+1'])
    asked.length = 0
    await rollOut([task('3+4', '7')], settings, parts(designs))
    expect(asked).toEqual([undefined, undefined])
  })
})

describe('a run of a design', () => {
  const run = (text: string, traced: boolean) => {
    const compiled = new DesignCompiler().compile(text)
    if (compiled.kind !== 'graph') throw new Error('it compiles')
    const place = { run: 'r', step: 0, design: 1, execution: 3 }
    return runExecution({ task: task('3+4', '7'), graph: compiled.graph, client: digitClient('7'), seed: 4, scorer: exactScorer, place, traced, recorded: false })
  }
  test('records each reply with its node, and what the client sampled', async () => {
    const { calls, outcome, execution } = await run(designAround('return vote(sample 3 of Answer(expression))'), false)
    expect(outcome).toEqual({ kind: 'ok', value: '7' })
    expect(execution).toBe(3)
    expect(new Set(calls.map(({ node }) => node)).size).toBe(3)
    for (const call of calls) {
      const { promptTokens, tokens, logProbabilities, masks, version, policy } = sampled
      expect(call).toMatchObject({ promptTokens, tokens, logProbabilities, masks, version, policy, agent: 'Answer', attempt: 1, turn: 1 })
      expect(call.provenance).toBe('exact')
    }
  })
  test('keeps its control flow where that is asked for', async () => {
    const loop = designAround('current = expression repeat max 3 { stop when number(current) != none current = Reduce(current) } return current')
    expect((await run(loop, false)).trace).toBe(null)
    const { trace } = await run(loop, true)
    expect([...(trace?.blocks.values() ?? [])]).toEqual([[0, 0]])
    expect([...(trace?.ends ?? [])].filter(([, end]) => end !== 'ok')).toEqual([['main/repeat[2]/stop', 'stopped']])
  })
})

describe('a compiler of designs', () => {
  test('compiles each text once, and wants a main', () => {
    const compiler = new DesignCompiler()
    const compiled = compiler.compile(one)
    expect(compiled.kind).toBe('graph')
    expect(compiler.compile(one)).toBe(compiled)
    expect(compiler.compile(one.replace('workflow main', 'workflow other')).kind).toBe('rejected')
    expect(compiler.compile('').kind).toBe('rejected')
  })
})
