import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { scorerOfTasks } from '../../trainer/scorers/index.ts'
import type { DefaultScorer } from '../../trainer/scorers/index.ts'
import { listedDomain, modelDomain } from '../../trainer/team/index.ts'
import type { CreatedDomain } from '../../trainer/team/index.ts'
import type { Task, TrainingConfiguration, TrainingExtensions } from '../../trainer/index.ts'
import { chooseScorer } from '../scoring/choose-scorer.ts'
import { readTextFile } from '../run/read-text-file.ts'
import type { ScorerFlags } from '../scoring/choose-scorer.ts'
import { readScoredTasks } from '../scoring/read-scored-tasks.ts'

export interface TaskFlags extends ScorerFlags {
  readonly tasks?: string
}

export type TaskExtensions =
  | { readonly kind: 'ok'; readonly extensions: Pick<TrainingExtensions, 'domain' | 'scorer'> }
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The tasks and the scorer that flags name, in the place of those of a configuration; `models`: whether models answer for the agents. */
export async function taskExtensions(
  flags: TaskFlags,
  configuration: TrainingConfiguration,
  { workingFolder, models }: { readonly workingFolder: string; readonly models: boolean },
): Promise<TaskExtensions> {
  const { tasks } = configuration
  const chosen = await chooseScorer(flags, workingFolder)
  if (chosen.kind === 'error') return chosen
  const choice: DefaultScorer = chosen.choice ?? { kind: 'named', name: tasks.scorer, options: tasks.scorerOptions }
  const scorer = chosen.choice === null ? {} : { scorer: scorerOfTasks(choice) }
  if (flags.tasks === undefined) return { kind: 'ok', extensions: scorer }
  const scored = readScoredTasks(flags.tasks, choice)
  if (scored.kind === 'error') return scored
  const unjudged = scored.tasks.flatMap((task) => {
    const fit = scored.scorer.fits(task)
    return fit.kind === 'unknown' ? [`${flags.tasks ?? ''}: task ${JSON.stringify(task.id)}: ${fit.reason}, so that nothing can be learned from it`] : []
  })
  if (unjudged.length > 0) return { kind: 'error', problems: unjudged }
  const created = models ? domainOfModels(flags.tasks, scored.tasks, configuration) : listedDomain({ name: nameOf(flags.tasks, scored.tasks), tasks: scored.tasks })
  if (created.kind === 'problems') return { kind: 'error', problems: created.problems.map((problem) => `${flags.tasks ?? ''}: ${problem}`) }
  return { kind: 'ok', extensions: { ...scorer, domain: created.domain } }
}

function domainOfModels(file: string, tasks: readonly Task[], { designs: { from, builtins }, rollout: { mostRequests } }: TrainingConfiguration): CreatedDomain {
  const text = from === null ? null : readTextFile(from)
  if (text?.kind === 'error') return { kind: 'problems', problems: [text.message] }
  const agents = from === null || text === null ? null : { file: basename(from), text: text.text }
  return modelDomain({ name: nameOf(file, [tasks, agents]), title: basename(file), tasks, agents, builtins, mostRequests })
}

const nameOf = (file: string, content: unknown): string => `${basename(file)} ${hashOf(content)}`

/** A run is resumed with the tasks that it began with. */
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
