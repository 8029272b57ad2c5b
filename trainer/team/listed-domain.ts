import { listedFamily } from '../tasks/index.ts'
import type { Task } from '../tasks/index.ts'
import { createDomain } from './create-domain.ts'
import type { CreatedDomain } from './create-domain.ts'

export interface ListedTasks {
  /** Names the domain, and tells one list from another. */
  readonly name: string
  readonly tasks: readonly Omit<Task, 'family' | 'difficulty'>[]
}

/**
 * The domain of a list of tasks: one agent that answers, in one go or several times with a vote. Small executors read texts and
 * write one, so each input and each expected value is a text, and all tasks have the same inputs.
 */
export function listedDomain({ name, tasks }: ListedTasks): CreatedDomain {
  const names = Object.keys(tasks[0]?.input ?? {})
  const problems = tasks.flatMap((task) => problemsOf(task, names).map((problem) => `task ${JSON.stringify(task.id)}: ${problem}`))
  if (problems.length > 0) return { kind: 'problems', problems: problems.slice(0, mostProblems) }
  const written = tasks.flatMap(({ input, expected }) => [...Object.values(input), expected].map(String))
  const longestReply = Math.max(...tasks.map(({ expected }) => String(expected).length))
  const parameters = `(${names.map((input) => `${input}: string`).join(', ')}) -> string`
  const call = `Answer(${names.join(', ')})`
  return createDomain({
    name,
    mix: [{ family: listedFamily({ name, tasks, roles: ['answer'] }), weight: 1 }],
    characters: [...new Set(written.join(''))].sort().join(''),
    agents: `\n/// Answers a task.\nagent Answer${parameters} {\n  role "answer"\n  max_tokens ${longestReply + 1}\n}`,
    workflow: `main${parameters}`,
    startDesigns: [`return ${call}`, `return vote(sample 3 of ${call})`],
  })
}

const mostProblems = 20

function problemsOf({ input, expected }: ListedTasks['tasks'][number], names: readonly string[]): readonly string[] {
  const texts = Object.entries(input).filter(([, value]) => typeof value !== 'string')
  return [
    ...texts.map(([name]) => `the input "${name}" is no text: small executors read nothing else`),
    ...(Object.keys(input).sort().join() === [...names].sort().join() ? [] : [`its inputs are not ${names.join(', ')}, as those of the first task`]),
    ...(typeof expected === 'string' && expected !== '' ? [] : ['"expected" is no text: small executors learn their replies from it']),
  ]
}
