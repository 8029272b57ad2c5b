import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graph } from '../../compiler/index.ts'
import type { RunEvent } from '../../runtime/index.ts'
import { copyAsIfKilled, journalFolder, opened } from '../runtime/journal/journal-folder.ts'
import { randomGraph } from '../runtime/random-graph.ts'
import { withBudgets } from '../runtime/with-budgets.ts'
import type { BudgetedNodes } from '../runtime/with-budgets.ts'
import { agentTeam } from './agent-team.ts'
import { accountsOf, anyIteration } from './budget-accounts.ts'
import type { Account } from './budget-accounts.ts'
import { budgetedRun, placeOf } from './budgeted-run.ts'
import type { BudgetedCase, BudgetedRun } from './budgeted-run.ts'
import { propertyRuns } from './property-runs.ts'

/** What happened on one account. */
interface Statement {
  readonly account: Account
  /** When its first node began. */
  begun: number
  /** When its nodes ended. */
  readonly ends: { readonly time: number; readonly node: string }[]
  readonly spent: { readonly time: number; readonly tokens: number }[]
}

function statementsOf(graph: Graph, events: readonly RunEvent[]): ReadonlyMap<string, Statement> {
  const accounts = accountsOf(graph)
  const statements = new Map<string, Statement>()
  for (const event of events) {
    if (!('node' in event)) continue
    for (const account of accounts(event.node)) {
      const known = statements.get(account.name) ?? { account, begun: event.time, ends: [], spent: [] }
      statements.set(account.name, known)
      if (event.kind === 'node_finished') known.ends.push({ time: event.time, node: anyIteration(event.node) })
      if (event.kind === 'request_finished' && event.outcome.kind === 'reply')
        known.spent.push({ time: event.time, tokens: event.outcome.reply.usage.completionTokens })
    }
  }
  return statements
}

/** Not every node had ended by then, as far as this is to be seen: those of a branch that is not taken never do. */
const isOpen = ({ account, ends }: Statement, by: number): boolean =>
  account.nodes.some((instance) => !ends.some(({ node, time }) => node === instance && time < by))

const sum = (spent: Statement['spent']): number => spent.reduce((total, { tokens }) => total + tokens, 0)

/** `resumed`: when the process began that the calls were made by; of seconds, only its own count. */
function expectWithinBudgets(graph: Graph, run: BudgetedRun, resumed = 0): void {
  const { outcome, usage } = run.result
  const statements = statementsOf(graph, run.events)
  const accounts = accountsOf(graph)
  const deadlineOf = ({ account: { scope }, begun }: Statement): number =>
    scope.seconds === null ? Infinity : Math.max(begun, resumed) + scope.seconds

  for (const call of run.calls) {
    for (const { name, scope } of accounts(call.node)) {
      const statement = statements.get(name)
      if (statement === undefined) throw new Error('a call belongs to a node that began')
      expect(call.time).toBeLessThanOrEqual(deadlineOf(statement))
      if (scope.tokens === null || call.kind === 'tool') continue
      // A request is sent only while tokens are left.
      const counted = statement.spent.filter(({ time }) => time < call.time || (time === call.time && !run.crowded.has(time)))
      expect(sum(counted)).toBeLessThan(scope.tokens)
    }
  }

  for (const statement of statements.values()) {
    const { scope } = statement.account
    for (const { time } of statement.ends) if (time >= resumed) expect(time).toBeLessThanOrEqual(deadlineOf(statement))
    if (scope.tokens === null || sum(statement.spent) <= scope.tokens) continue
    // Beyond its budget the run is stopped, and nothing more is begun anywhere.
    expect(outcome.kind).toBe('stopped')
    const beyond = statement.spent.findIndex((_, position) => sum(statement.spent.slice(0, position + 1)) > (scope.tokens ?? 0))
    for (const { time } of run.calls) expect(time).toBeLessThanOrEqual(statement.spent[beyond]?.time ?? 0)
  }

  if (outcome.kind === 'stopped') {
    const end = run.events.at(-1)?.time ?? 0
    const reasons = [...statements.values()].filter((statement) => {
      const { scope } = statement.account
      if (scope.path !== outcome.path) return false
      return outcome.reason === 'tokens'
        ? scope.tokens !== null && sum(statement.spent) >= scope.tokens
        : deadlineOf(statement) === end && isOpen(statement, end)
    })
    expect(reasons).not.toEqual([])
  }
  // A request that was not sent for want of tokens is no failure that `otherwise` could catch.
  const failures = run.events.flatMap((event) =>
    event.kind === 'node_finished' && event.outcome.kind === 'failed' ? [event.outcome.code] : [],
  )
  expect(failures).not.toContain('model_cancelled')
  const begun = run.events.flatMap((event) => (event.kind === 'request_started' ? [placeOf(event.request)] : []))
  expect(begun.length).toBeLessThanOrEqual(graph.bounds.calls)
  expect(new Set(begun).size).toBe(begun.length)
  expect(usage.tool_calls).toBeLessThanOrEqual(graph.bounds.tool_calls)
  expect(usage.completion_tokens).toBeLessThanOrEqual(graph.bounds.tokens)
}

const orNone = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(values, { nil: null })

const budgeted: fc.Arbitrary<BudgetedNodes> = fc
  .record({
    block: fc.nat(3),
    from: fc.nat(2),
    length: fc.integer({ min: 1, max: 6 }),
    tokens: orNone(fc.integer({ min: 1, max: 10 })),
    seconds: orNone(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ length, seconds, ...rest }) => ({ ...rest, to: rest.from + length, ...(seconds === null ? {} : { seconds }) }))

const randomGraphs = fc.array(fc.nat(29), { maxLength: 200, size: 'max' }).map(randomGraph)

const cases: fc.Arbitrary<BudgetedCase> = fc.record({
  graph: fc
    .record({
      graph: fc.oneof({ weight: 3, arbitrary: randomGraphs }, { weight: 1, arbitrary: agentTeam }),
      budgets: fc.array(budgeted, { minLength: 1, maxLength: 3 }),
    })
    .map(({ graph, budgets }) => withBudgets(graph, budgets)),
  inputs: fc.constant({ task: 'abab' }),
  seed: fc.nat(10_000),
  schedule: fc.nat(1000),
})

test('whatever fails, and whatever ends first, no budget is exceeded but by what was under way', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(cases, async (of) => {
      const run = await budgetedRun(of)
      expectWithinBudgets(of.graph, run)
      const { outcome } = run.result
      const end = outcome.kind === 'stopped' ? outcome.reason : outcome.kind
      seen.set(end, (seen.get(end) ?? 0) + 1)
    }),
    { numRuns: propertyRuns(600) },
  )
  // Budgets that never ran out would show nothing.
  for (const end of ['ok', 'failed', 'tokens', 'seconds']) expect(seen.get(end)).toBeGreaterThan(0)
})

test('nor by a run that was killed at any moment and resumed in another schedule', async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.nat(1000), fc.nat(1000), async (of, pick, schedule) => {
      using folder = journalFolder()
      using journal = opened(folder.file('whole'))
      const kills: { readonly file: string; readonly time: number }[] = []
      const onCall = (time: number): void => {
        const file = folder.file(`killed-${kills.length}`)
        copyAsIfKilled(journal.file, file)
        kills.push({ file, time })
      }
      const whole = await budgetedRun(of, { journal: journal.run(), onCall })
      expectWithinBudgets(of.graph, whole)
      const kill = kills[pick % Math.max(1, kills.length)]
      if (kill === undefined) return
      const start = kill.time + 100
      using killed = opened(kill.file)
      const resumed = await budgetedRun({ ...of, schedule }, { journal: killed.run(), start })
      expectWithinBudgets(of.graph, resumed, start)
      killed.close()
      using again = opened(kill.file)
      const repeated = await budgetedRun({ ...of, schedule }, { journal: again.run(), start: start + 100 })
      expect(repeated.calls).toEqual([])
      expect(repeated.result).toEqual(resumed.result)
    }),
    { numRuns: propertyRuns(30) },
  )
})
