import { existsSync, mkdirSync } from 'node:fs'
import { nameHint } from '../../runtime/configuration/index.ts'
import { openJournal } from '../../runtime/journal/index.ts'
import type { Journal, OpenedJournal, OpenJournalOptions } from '../../runtime/journal/index.ts'
import { reasonOf } from '../run/read-text-file.ts'
import { shellWord } from '../text/shell-word.ts'
import { keyInPlan } from './key-in-plan.ts'
import { DEFAULT_RUNS_FOLDER, journalFile, runIdProblem, runIdsIn } from './run-place.ts'
import { readRunPlan } from './read-run-plan.ts'
import { planDifference } from './run-plan.ts'
import type { RunPlan } from './run-plan.ts'

/** Names a run among those kept in a folder. */
export interface RunName {
  readonly id: string
  readonly folder: string
}

export type LookedUp =
  /** `plan` is `null` where there is no such run, or it was ended before it had begun. */
  { readonly kind: 'ok'; readonly plan: RunPlan | null } | { readonly kind: 'error'; readonly message: string }

export const runNamed = (id: string, folder: string | undefined): RunName => ({ id, folder: folder ?? DEFAULT_RUNS_FOLDER })

/** The command that goes on with a run. */
export const resumeCommandOf = (name: RunName): string => `mas resume ${place(name)}`

/** The command that shows what is kept of it. */
export const showCommandOf = (name: RunName): string => `mas runs show ${place(name)}`

const place = ({ id, folder }: RunName): string => (folder === DEFAULT_RUNS_FOLDER ? id : `${id} --runs ${shellWord(folder)}`)

/** What is kept of a run, without touching it. */
export function lookUpRun({ id, folder }: RunName): LookedUp {
  const invalid = runIdProblem(id)
  if (invalid !== null) return { kind: 'error', message: invalid }
  const opened = openJournal(journalFile(folder, id), { mode: 'read' })
  if (opened.kind === 'error') {
    return opened.problem.kind === 'missing' ? { kind: 'ok', plan: null } : { kind: 'error', message: opened.problem.message }
  }
  using journal = opened.journal
  return readRunPlan(journal)
}

/** The message for a run that is not there. */
export function unknownRun({ id, folder }: RunName): string {
  if (existsSync(journalFile(folder, id))) {
    return `the run ${id} was ended before it had begun: give the "mas run" command that named it again`
  }
  try {
    return `there is no run "${id}" in ${folder}.${nameHint(id, [...runIdsIn(folder)])} "mas runs" lists them`
  } catch (error) {
    return `the folder ${folder} ${reasonOf(error)}`
  }
}

export type KeptRun =
  { readonly kind: 'ok'; readonly journal: Journal } | { readonly kind: 'error'; readonly message: string }

/** Opens the journal of a run to write to it, for this process alone: of a new run, or of one with the same plan. */
export function openKeptRun(name: RunName, plan: RunPlan, options: Pick<OpenJournalOptions, 'secrets' | 'survives'>): KeptRun {
  const key = keyInPlan(plan, options.secrets ?? [])
  if (key !== null) return { kind: 'error', message: key }
  const opened = openIn(name, options)
  if (opened.kind === 'error') return { kind: 'error', message: opened.message }
  const { journal } = opened
  const problem = planProblem(journal, name, plan)
  if (problem === null) return { kind: 'ok', journal }
  journal.close()
  return { kind: 'error', message: problem }
}

function openIn({ id, folder }: RunName, options: OpenJournalOptions): KeptRun {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    return { kind: 'error', message: `the folder ${folder} for runs cannot be made: it ${reasonOf(error)}` }
  }
  const opened: OpenedJournal = openJournal(journalFile(folder, id), options)
  if (opened.kind === 'ok') return opened
  const { kind, message } = opened.problem
  return { kind: 'error', message: kind === 'in_use' ? `the run ${id} is under way in ${otherProcess({ id, folder })}` : message }
}

/** The process that has the journal, as far as it can be told. */
function otherProcess({ id, folder }: RunName): string {
  const opened = openJournal(journalFile(folder, id), { mode: 'read' })
  if (opened.kind === 'error') return 'another process'
  using journal = opened.journal
  const found = journal.lastProcess()
  return found.kind === 'ok' && found.value !== null ? `the process ${found.value}` : 'another process'
}

/** Saves the plan of a new run, or compares it with the one that is kept. */
function planProblem(journal: Journal, name: RunName, plan: RunPlan): string | null {
  const kept = readRunPlan(journal)
  if (kept.kind === 'error') return kept.message
  return kept.plan === null ? (journal.savePlan(plan)?.message ?? null) : differenceOf(name, kept.plan, plan)
}

function differenceOf({ id }: RunName, kept: RunPlan, given: RunPlan): string | null {
  const difference = planDifference(kept, given)
  if (difference === null) return null
  return `the run ${id} is of something else: ${difference}. Give this one another --run-id, or go on with "mas resume ${id}"`
}

