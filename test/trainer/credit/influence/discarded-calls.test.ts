import { describe, expect, test } from 'vitest'
import { discardedCalls } from '../../../../trainer/credit/index.ts'
import { traceOf } from '../../../../trainer/training/trace-of.ts'
import { failure } from '../../../runtime/mock-model.ts'
import { compileScript, runScript } from './run-script.ts'

const discarded = async (...script: Parameters<typeof runScript>) => (await runScript(...script)).discarded

const main = (body: string) => `workflow main(x: string) -> string { ${body} }`

describe('a call is discarded', () => {
  test.each([
    ['whose value nobody reads', 'a = A(x) b = B(x) return a', {}, ['main/b']],
    ['that feeds only discarded calls', 'a = A(x) b = B(a) c = A(b) return x', {}, ['main/a', 'main/b', 'main/c']],
    ['whose name is bound again', 'a = A(x) a = B(x) return a', {}, ['main/a']],
    [
      'whose branch loses',
      'a = A(x) b = B(x) c = A(x) if c == "yes" { return a } else { return b }',
      { 'main/c': 'yes' },
      ['main/b'],
    ],
    [
      'whose branch loses, the other way',
      'a = A(x) b = B(x) c = A(x) if c == "yes" { return a } else { return b }',
      {},
      ['main/a'],
    ],
    ['among samples that are not taken', 'all = sample 3 of A(x) return all[1]', {}, ['main/all[1]', 'main/all[3]']],
    ['behind the first ones', 'all = sample 3 of A(x) some = first(all, 2) return vote(some)', {}, ['main/all[3]']],
    [
      'in an iteration whose element is not taken',
      'all = sample 3 of A(x) more = each a in all { yield B(a) } return more[0]',
      {},
      ['main/all[2]', 'main/all[3]', 'main/more[2]', 'main/more[3]'],
    ],
    ['whose field is not taken', 'a = A(x) b = B(x) both = { left: a, right: b } return both.right', {}, ['main/a']],
    [
      'whose field is replaced',
      'a = A(x) b = B(x) both = { left: a, right: b } more = { ...both, left: x } return "{{more.left}}{{more.right}}"',
      {},
      ['main/a'],
    ],
    ['whose right side is not needed', 'a = A(x) b = B(x) c = a == "yes" or b == "yes" return a', {}, ['main/b']],
    [
      'in the last turn of a loop that carries it to nowhere',
      'a = x b = x repeat max 2 { b = B(a) a = A(a) } return a',
      {},
      ['main/repeat[1]/b', 'main/repeat[2]/b'],
    ],
    [
      'that a stop leaves behind',
      'a = x repeat max 3 { b = B(a) c = A(a) stop when c == "done" a = b } return a',
      { 'main/repeat[2]/c': 'done' },
      ['main/repeat[2]/b'],
    ],
    ['before a failed branch of an otherwise whose value is taken', 'b = B(x) a = (A(x) otherwise b) return a', {}, ['main/b']],
  ] as const)('%s', async (_, body, answers, calls) => {
    expect(await discarded(main(body), answers)).toEqual(calls)
  })
})

describe('a call is not discarded', () => {
  test.each([
    ['whose value is returned', 'a = A(x) return a', {}],
    ['that feeds a call that matters', 'a = A(x) b = B(a) return b', {}],
    ['that decides a branch', 'c = A(x) if c == "yes" { return "1" } else { return "2" }', {}],
    ['that decides how often a loop runs', 'a = x repeat max 3 { a = A(a) stop when a == "done" } return x', {}],
    ['that an assert reads', 'c = A(x) assert c != "no" return x', {}],
    ['that decides how many requests are made', 'c = A(x) if c == "yes" { d = B(x) } return x', {}],
    ['that is a ballot, even a losing one', 'all = sample 3 of A(x) return vote(all)', { 'main/all[2]': 'other' }],
    ['that could have failed by its reply', 's = S(x) return x', {}],
    ['that something failing is computed from', 'c = A(x) parts = split(c, ",") p = parts[0] return x', {}],
    ['whose failure took the other side', 'a = (A(x) otherwise "none") return a', { 'main/a/otherwise/A': failure() }],
    ['that failed the run', 'a = A(x) return x', { 'main/a': failure() }],
    ['on the way to a failure', 'a = A(x) b = B(a) return x', { 'main/b': failure() }],
    ['whose length a budget counts', 'a = A(x) return x', {}, 'budget { tokens 1000 }'],
    [
      'that decides whether a right side is evaluated',
      'b = (A(x) == "yes" and B(x) == "yes") return text(b)',
      { 'main/b/A': 'yes' },
    ],
    ['that a later iteration starts from', 'a = x for i in range(2) { a = A(a) } return a', {}],
    ['whose length of a list decides', 'c = A(x) all = each p in split(c, ",") max 9 { yield p } return text(len(all))', {}],
  ] as const)('%s', async (...row) => {
    const [, body, answers, budget = ''] = row
    expect(await discarded(`workflow main(x: string) -> string ${budget} { ${body} }`, answers)).toEqual([])
  })
})

test('a failed run discards what had nothing to do with the failure', async () => {
  const ran = await runScript(main('a = A(x) b = B(x) c = A(b) return "{{a}}{{c}}"'), { 'main/c': failure() })
  expect(ran.outcome).toMatchObject({ kind: 'failed', node: 'main/c' })
  expect(ran.discarded).toEqual(['main/a'])
})

test('nothing is discarded where the trace does not fit the graph', async () => {
  const body = main('a = A(x) b = B(x) if x == "x" { return a } else { return b }')
  const { events } = await runScript(body)
  const graph = compileScript(`agent A(x: string) -> string agent B(x: string) -> string ${body}`)
  const trace = traceOf(events)
  expect([...discardedCalls(graph, trace)]).toEqual(['main/b'])
  expect([...discardedCalls(graph, { ...trace, blocks: new Map() })]).toEqual([])
  expect([...discardedCalls(graph, { ...trace, ends: new Map([...trace.ends, ['main/other', 'ok']]) })]).toEqual([])
})
