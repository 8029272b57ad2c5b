import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { Journal } from './journal.ts'
import { problemOf } from './journal-problem.ts'
import type { JournalProblem } from './journal-problem.ts'
import { takeLock } from './run-lock.ts'
import { applicationId, formatVersion, tables } from './schema.ts'
import { sqlite } from './sqlite.ts'

export interface OpenJournalOptions {
  /**
   * `write` begins a journal or goes on with one, `continue` goes on with one, both as the only process; `read` looks at one,
   * also while another process writes it. Default: `write`.
   */
  readonly mode?: 'write' | 'continue' | 'read'
  /**
   * What a committed call survives: the end of the process, or the loss of power too, at the price of waiting for the disk at
   * every commit. Default: `process`.
   */
  readonly survives?: 'process' | 'power loss'
  /** Keys: replaced by `[key]` in everything that is written. */
  readonly secrets?: readonly string[]
}

export type OpenedJournal =
  { readonly kind: 'ok'; readonly journal: Journal } | { readonly kind: 'error'; readonly problem: JournalProblem }

/** Milliseconds to wait where another process reads at the same moment. */
const patience = 2000

/** Opens the journal in `file`, an SQLite database. What is wrong with it is a value; the file is left as it is then. */
export function openJournal(file: string, options: OpenJournalOptions = {}): OpenedJournal {
  const { mode = 'write' } = options
  if (mode !== 'write' && !existsSync(file)) {
    return { kind: 'error', problem: { kind: 'missing', message: `there is no ${file}` } }
  }
  const opened: Disposable[] = []
  try {
    const lock = mode === 'read' ? null : takeLock(file)
    if (lock !== null) opened.push(lock)
    const { DatabaseSync: Database } = sqlite()
    const database: DatabaseSync = new Database(file, { readOnly: mode === 'read', timeout: patience })
    opened.push({
      [Symbol.dispose]: () => {
        database.close()
      },
    })
    const problem = prepare(database, file, options)
    if (problem !== null) return abandon(opened, problem)
    const journal = new Journal({ file, database, lock, secrets: options.secrets ?? [] })
    if (mode !== 'read') journal.beginSession(Date.now() / 1000)
    return { kind: 'ok', journal }
  } catch (error) {
    return abandon(opened, problemOf(error, file))
  }
}

function abandon(opened: readonly Disposable[], problem: JournalProblem): OpenedJournal {
  for (const one of opened.toReversed()) one[Symbol.dispose]()
  return { kind: 'error', problem }
}

/** Checks that the database is a journal of this version, and makes it one where it is empty. */
function prepare(database: DatabaseSync, file: string, { mode, survives }: OpenJournalOptions): JournalProblem | null {
  // A file from elsewhere may define functions in its schema, and hold cells that are none.
  database.exec('pragma trusted_schema = off; pragma cell_size_check = on')
  const id = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  const isEmpty = id === 0 && version === 0 && database.prepare('select 1 from sqlite_schema').get() === undefined
  if (isEmpty && mode === 'read') return { kind: 'missing', message: `${file} is empty: its run was ended before it had begun` }
  if (!isEmpty && id !== applicationId) return { kind: 'foreign', message: `${file} is no journal of mas` }
  if (version > formatVersion) {
    const message = `${file} has version ${version}, and this mas reads versions up to ${formatVersion}: use a newer mas`
    return { kind: 'newer', message }
  }
  if (mode === 'read') return null
  database.exec('pragma journal_mode = wal')
  database.exec(`pragma synchronous = ${survives === 'power loss' ? 'full' : 'off'}`)
  if (isEmpty) database.exec(`begin immediate; ${tables} commit`)
  // What is added from now on, older versions cannot read.
  else if (version < formatVersion) database.exec(`pragma user_version = ${formatVersion}`)
  return null
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0)
}
