import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { folderWith, mas, masHere } from '../mas.ts'

/** A bill is paid where a person approves; a person signs with a value. */
const script = `
tool pay(to: string, amount: int) -> string from "host:pay"
tool sign(question: string, receipt: string) -> { agreed: bool } from "std:person"
workflow main(amount: int) -> string {
  receipt = pay("alice", amount)
  signed = sign("Is it right?", receipt)
  return "{{receipt}}, agreed: {{signed.agreed}}"
}
workflow paid(amount: int) -> string { return pay("alice", amount) }
`

/** Notes what it paid; waits before and after that where a file says so. */
const payProgram = `
const { appendFileSync, existsSync, readFileSync } = require('node:fs')
const { amount } = JSON.parse(readFileSync(0, 'utf8'))
appendFileSync('paid.txt', amount + '\\n')
const answer = () => existsSync('slow') ? setTimeout(answer, 20) : console.log(JSON.stringify('paid ' + amount))
answer()
`

const configuration = { tools: { 'host:pay': { command: [process.execPath, 'pay.cjs'], approve: true } } }

function billFolder() {
  const folder = folderWith({ 'bill.mas': script, 'pay.cjs': payProgram, 'mine.json': JSON.stringify(configuration) })
  const paid = (): string =>
    existsSync(join(folder.path, 'paid.txt')) ? readFileSync(join(folder.path, 'paid.txt'), 'utf8') : ''
  return { ...folder, paid, [Symbol.dispose]: folder[Symbol.dispose] }
}

const flags = ['run', 'bill.mas', '--config', 'mine.json', '--input', 'amount=12']

test('a run of real processes: ended as waiting, shown, answered twice, and paid once', async () => {
  using folder = billFolder()
  const first = await mas([...flags, '--run-id', 'bill', '--seed', '1'], { folder: folder.path })
  expect({ exit: first.exit, out: first.out }).toEqual({ exit: 4, out: '' })
  const asked = [
    'main/receipt waits for approval of pay',
    '    to: "alice"',
    '    amount: 12',
    '  > May this call be made?',
    '  mas resume bill --approve main/receipt',
    '  mas resume bill --refuse main/receipt=REASON',
    '',
  ].join('\n')
  expect(first.err).toContain(asked)
  expect(folder.paid()).toBe('')
  expect((await masHere(['runs'], folder.path)).out).toMatch(/^bill +waiting +0\/1 +0 /m)
  expect((await masHere(['runs', 'show', 'bill'], folder.path)).out).toContain(
    `result: waiting for 1 answer after no calls\n${asked}`,
  )

  const second = await mas(['resume', 'bill', '--approve', 'main/receipt', '--json'], { folder: folder.path })
  expect(second.exit).toBe(4)
  expect(JSON.parse(second.out)).toMatchObject({
    version: 1,
    run_id: 'bill',
    results: [
      {
        outcome: {
          kind: 'suspended',
          awaited: [
            {
              node: 'main/signed',
              tool: 'sign',
              arguments: { question: 'Is it right?', receipt: 'paid 12' },
              question: 'Is it right?',
              awaits: 'result',
              type: '{ agreed: bool }',
            },
          ],
        },
        usage: { tool_calls: 2 },
      },
    ],
  })
  expect(JSON.parse((await masHere(['runs', 'show', 'bill', '--json'], folder.path)).out)).toMatchObject({
    run: { state: 'waiting', calls: 1, tasks: { finished: 0, waiting: 1 } },
    results: [{ awaited: [{ node: 'main/signed', awaits: 'result' }] }],
  })

  const third = await mas(['resume', 'bill', '--answer', 'main/signed={"agreed": true}', '--trace', 't.jsonl'], {
    folder: folder.path,
  })
  expect(third).toMatchObject({ exit: 0, out: 'paid 12, agreed: true\n' })
  expect(folder.paid()).toBe('12\n')
  expect((await masHere(['trace', 't.jsonl'], folder.path)).out).toMatch(/pay \(tool\).*\n.*a person's approval/)
  expect((await masHere(['runs'], folder.path)).out).toMatch(/^bill +succeeded +1\/1 +2 /m)
})

test('nothing is paid twice: a call that was under way when its process was killed is asked about', async () => {
  using folder = billFolder()
  const run = [...flags, '--workflow', 'paid', '--run-id', 'bill']
  expect(await masHere(run, folder.path)).toMatchObject({ exit: 4 })
  writeFileSync(join(folder.path, 'slow'), '')
  let child: ChildProcess | null = null
  const timer = setInterval(() => {
    if (folder.paid() !== '') child?.kill('SIGKILL')
  }, 5)
  const killed = await mas(['resume', 'bill', '--approve', 'paid/return/pay'], {
    folder: folder.path,
    onStart: (started) => (child = started),
  })
  clearInterval(timer)
  expect(killed.exit).toBe(null)
  const again = await masHere(['resume', 'bill'], folder.path)
  expect(again.exit).toBe(4)
  expect(again.err).toContain('it may have acted. Shall it be made again?')
  expect(
    await masHere(['resume', 'bill', '--refuse', 'paid/return/pay=The bank says that it was paid.'], folder.path),
  ).toMatchObject({
    exit: 3,
    err: expect.stringContaining('declined: A person did not approve this call: The bank says that it was paid.') as string,
  })
  expect(folder.paid()).toBe('12\n')
})

test('an agent reads why its call was refused; its arguments are shown so that nothing in them hides', async () => {
  const to = 'bob\u001b[2K\u202e'
  await using server = await startModelServer(({ messages }) => {
    const last = messages.at(-1)
    return last?.role === 'tool'
      ? { kind: 'reply', content: `I read: ${last.content ?? ''}` }
      : { kind: 'reply', content: '', toolCalls: [{ name: 'pay', arguments: JSON.stringify({ to, amount: 1 }) }] }
  })
  const buyer = `tool pay(to: string, amount: int) -> string from "host:pay"
    agent Buyer(task: string) -> string { tools pay timeout 30 }
    workflow main(task: string) -> string { return Buyer(task) }`
  using folder = billFolder()
  writeFileSync(join(folder.path, 'buyer.mas'), buyer)
  const model = ['--model', `default=openai:m@${server.baseUrl}`, '--config', 'mine.json']
  const first = await masHere(['run', 'buyer.mas', ...model, '--input', 'task=x', '--run-id', 'buy'], folder.path)
  expect(first.exit).toBe(4)
  expect(first.err).toContain('main/return/Buyer/pay[1] waits for approval of pay\n    to: "bob\\u001b[2K\\u{202e}"\n')
  expect(first.err).toContain("  mas resume buy --approve 'main/return/Buyer/pay[1]'\n")
  expect(await masHere(['resume', 'buy', '--refuse', 'main/return/Buyer/pay[1]=no'], folder.path)).toMatchObject({
    exit: 0,
    out: 'I read: error: A person did not approve this call: no\n',
  })
  expect(server.requests).toHaveLength(2)
  expect(folder.paid()).toBe('')
})

describe('with tasks', () => {
  test('those that wait are answered one task at a time, the others are finished', async () => {
    using folder = folderWith({
      'w.mas': `tool sign(question: string) -> string from "std:person"
        workflow main(topic: string) -> string {
          result = topic
          if topic != "easy" { result = sign(topic) }
          return result
        }`,
      'tasks.jsonl': ['easy', 'hard', 'odd'].map((topic) => `${JSON.stringify({ id: topic, input: { topic } })}\n`).join(''),
    })
    const run = (...commandLine: readonly string[]) => masHere(commandLine, folder.path)
    const first = await run('run', 'w.mas', '--tasks', 'tasks.jsonl', '--run-id', 'all')
    expect(first.exit).toBe(4)
    expect(first.out).toBe(
      'ok     easy: easy\nwaits  hard: for a person, at main/if/then/result\nwaits  odd: for a person, at main/if/then/result\n',
    )
    expect(first.err).toContain('3 tasks, 1 succeeded, 0 failed, 2 waiting\n')
    expect(first.err).toContain('what is waited for, and how to answer: mas runs show all\n')
    const answer = ['--answer', 'main/if/then/result=yes']
    expect(await run('resume', 'all', ...answer)).toMatchObject({
      exit: 2,
      err: 'mas: 2 tasks wait for an answer at main/if/then/result: choose one with --task ID. Nothing was answered\n',
    })
    expect(await run('resume', 'all', ...answer, '--task', 'easy')).toMatchObject({ exit: 2 })
    expect(await run('resume', 'all', ...answer, '--task', 'none')).toMatchObject({ exit: 2 })
    expect(await run('resume', 'all', ...answer, '--task', 'odd')).toMatchObject({ exit: 4 })
    expect((await run('runs', 'show', 'all')).out).toContain('  mas resume all --task hard --answer main/if/then/result=VALUE\n')
    expect(await run('resume', 'all', ...answer)).toMatchObject({
      exit: 0,
      out: 'ok     easy: easy\nok     hard: yes\nok     odd: yes\n',
    })
  })
})

describe('what is refused', () => {
  test.each([
    [[], 'the tool "host:pay" asks a person, and nobody can answer here: keep the run with --run-id ID'],
    [['--workflow', 'main'], 'the tool "std:person" asks a person, and nobody can answer here: keep the run with --run-id ID'],
  ])('a run that asks a person where there is none (%j)', async (more, message) => {
    using folder = billFolder()
    const { exit, err } = await masHere([...flags, ...more], folder.path)
    expect(exit).toBe(2)
    expect(err).toContain(`mas: ${message}`)
  })

  test('mas eval too', async () => {
    using folder = billFolder()
    writeFileSync(join(folder.path, 'tasks.jsonl'), '{"id":"a","input":{"amount":1},"expected":""}\n')
    const { exit, err } = await masHere(
      ['eval', 'bill.mas', '--tasks', 'tasks.jsonl', '--scorer', 'exact', '--config', 'mine.json'],
      folder.path,
    )
    expect(exit).toBe(2)
    expect(err).toContain('nobody can answer here: bind it to a program that answers in the place of one')
  })

  test.each([
    [['--approve', 'main/other'], 'no call waits for an answer at main/other; these wait: main/receipt'],
    [['--answer', 'main/receipt=x'], 'main/receipt: it waits for approval, and gives its result itself'],
    [['--answer', 'main/receipt'], '--answer "main/receipt" is not NODE=VALUE'],
    [['--approve', 'main/receipt', '--refuse', 'main/receipt=no'], 'main/receipt is answered twice'],
    [['--task', 'a'], '--task says whose calls are answered: with --approve, --refuse or --answer'],
  ])('%j, and nothing is answered', async (answers, message) => {
    using folder = billFolder()
    expect(await masHere([...flags, '--run-id', 'bill'], folder.path)).toMatchObject({ exit: 4 })
    expect(await masHere(['resume', 'bill', ...answers], folder.path)).toEqual({
      exit: 2,
      out: '',
      err: `mas: ${message}. Nothing was answered\n`,
    })
    expect((await masHere(['runs'], folder.path)).out).toMatch(/^bill +waiting/m)
  })

  test('a run from which approval was taken away', async () => {
    using folder = billFolder()
    expect(await masHere([...flags, '--run-id', 'bill'], folder.path)).toMatchObject({ exit: 4 })
    writeFileSync(
      join(folder.path, 'mine.json'),
      JSON.stringify({ tools: { 'host:pay': { command: [process.execPath, 'pay.cjs'] } } }),
    )
    const { exit, err } = await masHere([...flags, '--run-id', 'bill'], folder.path)
    expect(exit).toBe(2)
    expect(err).toContain('mas: the run bill is of something else: tools.host:pay was ')
    expect(folder.paid()).toBe('')
  })
})

describe('at a terminal', () => {
  const answering = (...lines: readonly (string | null)[]) => {
    const left = [...lines]
    return () => Promise.resolve(left.shift() ?? null)
  }

  test('a person is asked at once, a run that is not kept too', async () => {
    using folder = billFolder()
    const { exit, out, err } = await masHere(flags, folder.path, answering('perhaps', 'y', '{"agreed": 1}', '{"agreed": false}'))
    expect({ exit, out }).toEqual({ exit: 0, out: 'paid 12, agreed: false\n' })
    expect(err).toContain('Please answer with yes or no.\n')
    expect(err).toContain('it does not fit: - agreed: expected true or false, got 1\n')
    expect(folder.paid()).toBe('12\n')
  })

  test('what is kept may be answered later', async () => {
    using folder = billFolder()
    expect(await masHere([...flags, '--run-id', 'bill'], folder.path, answering('yes', ''))).toMatchObject({ exit: 4 })
    expect(await masHere(['resume', 'bill'], folder.path, answering('{"agreed": true}'))).toMatchObject({ exit: 0 })
    expect(folder.paid()).toBe('12\n')
  })

  test.each([
    ['no, too much', ': too much'],
    ['', '.'],
    [null, '.'],
  ])('%j is no', async (line, reason) => {
    using folder = billFolder()
    const { exit, err } = await masHere(flags, folder.path, answering(line))
    expect(exit).toBe(3)
    expect(err).toContain(`failed main/receipt declined: A person did not approve this call${reason}\n`)
    expect(folder.paid()).toBe('')
  })
})

test('no key stands in what is shown to a person', async () => {
  using folder = billFolder()
  const model = `agent Buyer(task: string) -> string
    tool pay(to: string, amount: int) -> string from "host:pay"
    workflow main() -> string { text = Buyer("x") return pay(text, 1) }`
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'send it to sk-secret-key' }))
  writeFileSync(join(folder.path, 'w.mas'), model)
  writeFileSync(
    join(folder.path, 'mine.json'),
    JSON.stringify({ ...configuration, models: { default: { spec: `openai:m@${server.baseUrl}`, keyEnvironment: 'MY_KEY' } } }),
  )
  const options = { folder: folder.path, environment: { MY_KEY: 'sk-secret-key' } }
  const { exit, out, err } = await mas(['run', 'w.mas', '--config', 'mine.json', '--run-id', 'it', '--json'], options)
  expect(exit).toBe(4)
  expect(`${out}${err}`).toContain('send it to [key]')
  expect(`${out}${err}`).not.toContain('sk-secret-key')
})
