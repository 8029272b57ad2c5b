import { describe, expect, test } from 'vitest'
import { derivationOf } from '../../../compiler/derivation/index.ts'
import { agentsOfDesigns, comparisonsOf, modelDomain } from '../../../trainer/team/index.ts'
import type { ModelTasks, TaskDomain } from '../../../trainer/team/index.ts'
import { designerReading, taskFeatures } from '../../../trainer/team/what-designers-read.ts'

const task = (id: string, input: ModelTasks['tasks'][number]['input'] = { question: 'Why?' }) => ({ id, input, expected: 'so' })

const created = (agents: string | null, tasks: ModelTasks['tasks'] = [task('t')]) =>
  modelDomain({
    name: 'tasks 1',
    title: 'tasks',
    tasks,
    agents: agents === null ? null : { file: 'mine.mas', text: agents },
    builtins: ['vote'],
    mostRequests: 5,
  })

function domainOf(agents: string | null, tasks?: ModelTasks['tasks']): TaskDomain {
  const made = created(agents, tasks)
  if (made.kind === 'problems') throw new Error(made.problems.join('; '))
  return made.domain
}

const judged = `
enum Verdict { right, wrong }
agent Solve(question: string) -> int { model "large" }
agent Guess(question: string) -> int
agent Judge(question: string, answer: int) -> Verdict
/// The plain way.
export workflow main(question: string) -> int { return Solve(question) }
// Then:
/// With care.
workflow checked(question: string) -> int {
  guess = Guess(question)
  match Judge(question, guess) {
    right => { return guess }
    wrong => { return Solve(question) }
  }
}
`

describe('the domain of tasks for models', () => {
  test('has the agents of a file, and what a person wrote with them as designs to begin with and to compare with', () => {
    const { designs, startDesigns, written = [], mix } = domainOf(judged)
    expect(designs.callees.map(({ name }) => name)).toEqual(['Solve', 'Guess', 'Judge'])
    expect(designs.preamble.endsWith('-> Verdict\n// Then:') || designs.preamble.endsWith('-> Verdict\n\n// Then:')).toBe(true)
    expect(Object.values(agentsOfDesigns(designs)).map(({ name, model }) => [name, model])).toEqual([
      ['Solve', 'large'],
      ['Guess', 'default'],
      ['Judge', 'default'],
    ])
    expect(written.map(({ name }) => name)).toEqual(['main, as written', 'checked, as written'])
    for (const { text } of written) expect(derivationOf(designs, text)).not.toBeNull()
    for (const text of startDesigns) expect(derivationOf(designs, text)).not.toBeNull()
    expect(startDesigns.length).toBeGreaterThan(10)
    // A structured reply may be repaired once: a call makes two requests at most.
    expect(comparisonsOf(designs, 10).map(({ kind, name }) => [kind, name])).toEqual([
      ['vote', 'Solve, once'],
      ['vote', 'Solve, vote of 3'],
      ['vote', 'Solve, vote of 5'],
      ['other', 'Guess, once'],
    ])
    expect(mix[0]?.family.name).toBe('tasks')
  })

  test('has generic agents where no file is named, for tasks of texts', () => {
    const { designs, startDesigns } = domainOf(null, [task('t', { text: 'a', language: 'b' })])
    expect(designs.callees.map(({ name }) => name)).toEqual(['Solver', 'Critic', 'Reviser'])
    expect(startDesigns.some((text) => text.includes('Reviser(text, language'))).toBe(true)
  })

  test('gives an optional input that a task leaves out', () => {
    const { mix } = domainOf('agent A(x: string, hint: string?) -> string\nworkflow main(x: string, hint: string?) -> string { return A(x, hint) }', [
      task('t', { x: 'y' }),
    ])
    expect(mix[0]?.family.generate({ integer: () => 0 } as never, 1).input).toEqual({ x: 'y', hint: null })
  })

  test.each([
    ['agent A(x: strin) -> string', 'mine.mas: line 1: MAS2002 '],
    ['\nagent A(x: string) -> string', 'mine.mas: it has no workflow "main": its parameters are the inputs of the tasks'],
    ['agent A(question: string) -> string\nworkflow main(question: string, n: int) -> string { return A(question) }', 'task "t": the input "n" (int) is missing'],
    ['agent A(q: int) -> string\nworkflow main(question: int) -> string { return A(question) }', 'task "t": the input "question": '],
    [
      'tool t(x: string) -> string from "mcp:a#b"\nagent A(question: string) -> string\nworkflow main(question: string) -> string { return A(t(question)) }',
      'mine.mas: the tool t: designs are run without tools; leave it out',
    ],
    [
      'agent B(question: string) -> string\nagent A(question: string) -> string { tools B }\nworkflow main(question: string) -> string { return A(question) }',
      'mine.mas: the agent A has tools, and designs are run without; leave them out',
    ],
    [
      'agent A(n: int) -> string\nworkflow main(question: string) -> string { return A(2 + len(lines(question))) }',
      'mine.mas: a designer needs a design to begin with',
    ],
  ])('%s is told', (agents, message) => {
    const made = created(agents)
    expect(made.kind === 'problems' ? made.problems[0] : 'it is a domain').toContain(message)
  })

  test.each([
    [[task('t', { n: 3 })], 'task "t": the input "n" is no text, and the generic agents read nothing else; say with --agents FILE'],
    [[task('t'), task('u', { other: 'x' })], 'task "u": its inputs are not question, as those of the first task'],
    [[task('t', {})], 'task "t": its inputs are not any, as those of the first task'],
  ])('%j without a file is told', (tasks, message) => {
    const made = created(null, tasks)
    expect(made.kind === 'problems' ? made.problems[0] : 'it is a domain').toContain(message)
  })
})

describe('what a small designer reads', () => {
  test('is the text of short tasks, and features of others', () => {
    expect(designerReading([task('t', { x: 'ba' }), task('u', { x: 'c' })])).toMatchObject({ kind: 'text', characters: 'abc' })
    expect(designerReading([task('t', { x: 'a' }), task('u', { x: 'b'.repeat(41) })])).toMatchObject({ kind: 'features', characters: '0123456789abcdef' })
  })

  test.each([
    ['', '0001'],
    ['a', '1101'],
    ['12 or 345?\nYes', '4332'],
    ['x '.repeat(100_000), 'ff01'],
  ])('%j has the features %s', (text, features) => {
    expect(taskFeatures(text)).toBe(features)
  })
})
