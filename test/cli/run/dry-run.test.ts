import { expect, test } from 'vitest'
import { folderWith, masHere } from '../mas.ts'

const script = `
tool look(place: string) -> string from "host:look"
agent Planner(task: string) -> string[3] { role "You plan." model "large" }
agent Worker(step: string) -> string
workflow main(task: string) -> string {
  seen = look(task)
  steps = Planner("{{task}} at {{seen}}")
  answers = each step in steps { yield Worker(step) }
  assert len(answers) > 1 else "too few answers"
  return join(answers, "; ")
}
`

const dry = async (...words: readonly string[]) => {
  using folder = folderWith({ 'a.mas': script, 'tasks.jsonl': '{"id":"one","input":{"task":"x"}}\n{"id":"two","input":{"task":"y"}}\n' })
  return await masHere(['run', 'a.mas', '--dry-run', ...words], folder.path)
}

test('prompts are shown with placeholders, and nothing needs to be bound', async () => {
  const { exit, out, err } = await dry('--input', 'task=paint')
  expect([exit, err]).toEqual([0, ''])
  expect(out).toContain('main/steps to the model "large"\n  system\n    You plan.\n  user\n    task:\n    paint at ‹look›\n  schema\n    {"type":"object"')
  expect(out).toContain('main/answers[1] to the model "default"\n  user\n    step:\n    ‹main/steps›\n')
  expect(out).toContain('This walk ended early: too few answers\n')
  expect(out).toContain('A run costs at most 5 requests, 1 tool calls, 5120 completion tokens, 3 requests one after another.\n')
})

test('of several tasks the first one is shown; --json is one value', async () => {
  expect((await dry('--tasks', 'tasks.jsonl')).out).toMatch(/^the first task, one:\n/)
  expect(JSON.parse((await dry('--tasks', 'tasks.jsonl', '--json')).out)).toMatchObject({
    version: 1,
    id: 'one',
    bounds: { calls: 5 },
    requests: [{ node: 'main/steps', slot: 'large', schema: {} }, { node: 'main/answers[1]', schema: null }],
  })
})

test('inputs are checked', async () => {
  expect(await dry()).toMatchObject({ exit: 2, err: expect.stringContaining('the input "task"') as string })
})

test.each(['--trace', '--cache', '--out', '--otlp'])('%s says nothing of a walk in which nothing is asked', async (option) => {
  using folder = folderWith({ 'a.mas': 'workflow main() -> int { return 1 }' })
  const { exit, out, err } = await masHere(['run', 'a.mas', '--dry-run', option, 'x'], folder.path)
  expect([exit, out]).toEqual([2, ''])
  expect(err).toContain('cannot be used with')
})
