import { derivationOf, finishedText, randomDesign, specify } from '../../compiler/derivation/index.ts'
import type { Constructs, DerivationSpecification, Limits } from '../../compiler/derivation/index.ts'
import { checkInputs } from '../../runtime/tasks/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { listedFamily } from '../tasks/index.ts'
import type { Task } from '../tasks/index.ts'
import { agentsOfDesigns } from './agents-of-designs.ts'
import { readAgentsFile } from './agents-file.ts'
import type { CreatedDomain } from './create-domain.ts'
import { genericAgents, genericStarts } from './generic-agents.ts'
import { singleAgents } from './single-agents.ts'
import { designerReading } from './what-designers-read.ts'

export interface ModelTasks {
  /** Names the domain, and tells one list from another. */
  readonly name: string
  /** Of the tasks, as they are shown. */
  readonly title: string
  readonly tasks: readonly Omit<Task, 'family' | 'difficulty'>[]
  /** Agents and a workflow `main` as `.mas` text, and what to call it in messages; `null` for a generic set, for tasks of texts. */
  readonly agents: { readonly file: string; readonly text: string } | null
  /** Builtins that designs may call. */
  readonly builtins: readonly string[]
  /** Model requests that a design may make at most. */
  readonly mostRequests: number
}

/** Random designs that the supervised start imitates beside common ones, at most. */
const startVariety = 40

/** Votes that the supervised start imitates. */
const startVotes = [3, 5]

const constructs: Omit<Constructs, 'builtins'> = {
  statements: ['bind', 'copy', 'rebind', 'repeat', 'stop', 'if_return', 'match_return'],
  expressions: ['name', 'call', 'builtin', 'sample', 'present', 'field'],
  integers: [2, 3, 5],
  strings: [],
}

const limits: Omit<Limits, 'calls'> = { statements: 5, nesting: 1, expressionDepth: 3, unread: 1, namesakes: 1 }

/** The highest that `rollout.mostRequests` can be: a run lowers it to its own. */
const mostCalls = 1000

/** The domain of a list of tasks whose agents are models: what may be called and what comes out is said by a file of agents. */
export function modelDomain({ name, title, tasks, agents, builtins, mostRequests }: ModelTasks): CreatedDomain {
  const inputs = Object.keys(tasks[0]?.input ?? {})
  const untold = agents === null ? untoldProblems(tasks, inputs) : []
  if (untold.length > 0) return { kind: 'problems', problems: untold.slice(0, mostProblems) }
  const source = agents ?? { file: 'the generic agents', text: genericAgents(inputs) }
  const read = readAgentsFile(source.text)
  if (read.kind === 'problems') return { kind: 'problems', problems: read.problems.map((problem) => `${source.file}: ${problem}`) }
  const { preamble, head, written } = read.file
  const specified = specify({ preamble, workflow: head, constructs: { ...constructs, builtins }, limits: { ...limits, calls: mostCalls } })
  if (specified.kind === 'mistakes') {
    const where = `${source.file}, without the workflows that have the signature of main`
    return { kind: 'problems', problems: specified.diagnostics.map(({ code, message }) => `${where}: ${code} ${message}`) }
  }
  const designs = specified.specification
  const problems = [...toolProblems(designs).map((problem) => `${source.file}: ${problem}`), ...inputProblems(tasks, designs)]
  if (problems.length > 0) return { kind: 'problems', problems: problems.slice(0, mostProblems) }
  const around = (statements: string): string => `${preamble}\n\nworkflow ${head} {\n  ${statements}\n}\n`
  const candidates = [
    ...written.map(({ body }) => around(body)),
    ...singleAgents(designs).flatMap(({ direct, voted }) => [direct, ...startVotes.map(voted)]),
    ...(agents === null ? genericStarts(inputs).map(around) : []),
  ]
  const given = [...new Set(candidates)].filter((text) => derivationOf(designs, text) !== null)
  if (given.length === 0) {
    return {
      kind: 'problems',
      problems: [
        `${source.file}: a designer needs a design to begin with: no agent takes what main takes and gives what it gives, and main as ` +
          'written is none that a designer could write; write one of calls alone, such as return B(x, A(x))',
      ],
    }
  }
  const startDesigns = [...given, ...variety(designs, mostRequests).filter((text) => !given.includes(text))]
  const { reads, characters } = designerReading(tasks)
  const family = listedFamily({ name: title, tasks: tasks.map((task) => ({ ...task, input: inputsOf(task, designs) })), roles: [] })
  return {
    kind: 'domain',
    domain: {
      name,
      mix: [{ family, weight: 1 }],
      characters,
      designs,
      startDesigns,
      accepts: () => true,
      reads,
      written: written.map((workflow) => ({ name: `${workflow.name}, as written`, text: around(workflow.body) })),
    },
  }
}

/** Random designs, each once: a designer that has only seen a few shapes would hardly try another. */
function variety(designs: DerivationSpecification, calls: number): readonly string[] {
  const random = randomStream(0, 'start designs')
  const bounded = { ...designs, limits: { ...designs.limits, calls } }
  const drawn = Array.from({ length: startVariety }, () => finishedText(randomDesign(bounded, () => random.next())))
  return [...new Set(drawn.filter((text) => text !== null))]
}

const mostProblems = 20

/** Why the generic agents do not do for the tasks. */
const untoldProblems = (tasks: ModelTasks['tasks'], inputs: readonly string[]): readonly string[] =>
  tasks.flatMap(({ id, input }) => {
    const where = `task ${JSON.stringify(id)}: `
    const remedy = 'say with --agents FILE what main takes and which agents there are'
    const values = Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'string' ? [] : [`${where}the input "${name}" is no text, and the generic agents read nothing else; ${remedy}`],
    )
    const isAsFirst = Object.keys(input).sort().join() === [...inputs].sort().join() && inputs.length > 0
    return isAsFirst ? values : [`${where}its inputs are not ${inputs.join(', ') || 'any'}, as those of the first task; ${remedy}`]
  })

function toolProblems(designs: DerivationSpecification): readonly string[] {
  const declared = designs.callees.filter(({ kind }) => kind === 'tool').map(({ name }) => name)
  const held = Object.values(agentsOfDesigns(designs)).flatMap(({ name, tools }) => (tools.length === 0 ? [] : [name]))
  return [
    ...declared.map((name) => `the tool ${name}: designs are run without tools; leave it out`),
    ...held.map((name) => `the agent ${name} has tools, and designs are run without; leave them out`),
  ]
}

/** Optional inputs that a task leaves out are none. */
function inputsOf({ input }: ModelTasks['tasks'][number], { workflow }: DerivationSpecification): Task['input'] {
  const checked = checkInputs(workflow.parameters, new Map(Object.entries(input)))
  return checked.kind === 'ok' ? checked.inputs : input
}

const inputProblems = (tasks: ModelTasks['tasks'], { workflow }: DerivationSpecification): readonly string[] =>
  tasks.flatMap(({ id, input }) => {
    const checked = checkInputs(workflow.parameters, new Map(Object.entries(input)))
    return checked.kind === 'ok' ? [] : checked.problems.map((problem) => `task ${JSON.stringify(id)}: ${problem}`)
  })
