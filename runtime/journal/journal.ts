import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { redactValue } from '../model/redact.ts'
import type { Answer } from '../suspension/answer.ts'
import type { AwaitedCall } from '../suspension/awaited-call.ts'
import { CommitQueue } from './commit-queue.ts'
import { decodeValue, encodeValue } from './content-store.ts'
import type { Execution, ExecutionEnd } from './execution.ts'
import { headerDifference } from './execution-header.ts'
import type { ExecutionHeader } from './execution-header.ts'
import { placeNumbers } from './journal-entry.ts'
import type { Batch } from './journal-entry.ts'
import { isExecutionHeader } from './is-execution-header.ts'
import { problemOf, UnreadableRow } from './journal-problem.ts'
import type { JournalProblem } from './journal-problem.ts'
import { readOutcome, readUsage } from './read-execution-end.ts'
import { batchesOf, numberIn, secondsIn, textIn } from './rows.ts'
import type { Row } from './rows.ts'
import { answeredCalls, suspendedCall } from './suspended-call.ts'
import type { AnswerProblem, SuspendedCall } from './suspended-call.ts'

/** A run of a journal, for the `journal` of `runWorkflow`. */
export interface JournalOfRun {
  readonly journal: Journal
  /** Tells the runs of one journal apart; `null` for one that is for no task. */
  readonly task: string | null
}

export type BegunExecution =
  { readonly kind: 'ok'; readonly execution: Execution } | { readonly kind: 'error'; readonly problem: JournalProblem }

/** What was read of a journal, or why it cannot be read. */
export type Found<Value> =
  { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'error'; readonly problem: JournalProblem }

/** What a journal holds of one of its runs. */
export interface ExecutionSummary {
  readonly task: string | null
  readonly header: ExecutionHeader
  readonly started: number
  /** Calls that have ended. */
  readonly calls: number
  /** When something was written of it last, in seconds since the epoch. */
  readonly touched: number
  readonly end: ExecutionEnd | null
  /** Calls that wait for a person. */
  readonly awaited: readonly AwaitedCall[]
}

export interface JournalParts {
  readonly file: string
  readonly database: DatabaseSync
  /** Held while the journal may be written; `null` where it is only read. */
  readonly lock: Disposable | null
  /** What is replaced by `[key]` in everything that is written. */
  readonly secrets: readonly string[]
}

/** An open journal: see `openJournal`. */
export class Journal implements Disposable {
  readonly file: string
  readonly #database: DatabaseSync
  readonly #lock: Disposable | null
  readonly #secrets: readonly string[]
  readonly #statements: ReturnType<typeof prepareStatements>
  readonly #commits: CommitQueue | null
  readonly #open = new Set<string | null>()

  constructor({ file, database, lock, secrets }: JournalParts) {
    this.file = file
    this.#database = database
    this.#lock = lock
    this.#secrets = secrets
    this.#statements = prepareStatements(database)
    this.#commits = lock === null ? null : new CommitQueue((write) => this.#transact(write))
  }

  /** One of the journal's runs, new or known. */
  run(task: string | null = null): JournalOfRun {
    return { journal: this, task }
  }

  /** Begins a run, or goes on with it where the journal knows it: with the same header only. */
  begin(task: string | null, header: ExecutionHeader, now: number): BegunExecution {
    if (this.#open.has(task)) {
      return {
        kind: 'error',
        problem: { kind: 'in_use', message: `${this.file} is in use: the run is under way in this process` },
      }
    }
    const found = this.#read((): BegunExecution => {
      const row = this.#statements.executionOf.get(task)
      if (row === undefined) return this.#beginNew(task, header, now)
      const difference = headerDifference(this.#headerIn(row), header)
      if (difference === null)
        return { kind: 'ok', execution: this.#execution(task, numberIn(row, 'number'), secondsIn(row, 'started')) }
      return { kind: 'error', problem: { kind: 'different', message: `${this.file} is of another run: ${difference}` } }
    })
    const begun = found.kind === 'ok' ? found.value : found
    if (begun.kind === 'ok') this.#open.add(task)
    return begun
  }

  /** All runs, in the order in which they were begun. */
  executions(): Found<readonly ExecutionSummary[]> {
    return this.#read(() =>
      this.#statements.allExecutions.all().map((row) => ({
        task: row.task === null ? null : textIn(row, 'task'),
        header: this.#headerIn(row),
        started: secondsIn(row, 'started'),
        calls: numberIn(row, 'calls'),
        touched: secondsIn(row, 'touched'),
        end: this.#endOf(numberIn(row, 'number')),
        awaited: this.#suspendedIn(numberIn(row, 'number')).map(({ call }) => call),
      })),
    )
  }

  /** Calls of a run that wait for a person, in the order in which they began to. */
  awaited(task: string | null = null): Found<readonly AwaitedCall[]> {
    return this.#read(() => {
      const row = this.#statements.executionOf.get(task)
      return row === undefined ? [] : this.#suspendedIn(numberIn(row, 'number')).map(({ call }) => call)
    })
  }

  /**
   * Keeps what a person answers to calls that wait, by their node instances: all of it, or nothing where one does not fit. The run
   * goes on from there when it is gone on with; a run that is under way is answered by the setting `answer`. `now` is in seconds
   * since the epoch.
   */
  answer(task: string | null, answers: ReadonlyMap<string, Answer>, now = Date.now() / 1000): AnswerProblem | null {
    if (this.#open.has(task)) return { kind: 'in_use', message: `${this.file} is in use: the run is under way in this process` }
    const found = this.#read((): AnswerProblem | null => {
      const row = this.#statements.executionOf.get(task)
      const number = row === undefined ? 0 : numberIn(row, 'number')
      const suspended = row === undefined ? [] : this.#suspendedIn(number)
      const answered = answeredCalls(suspended, answers)
      if (answered.kind === 'error') return answered.problem
      return this.#transact(() => {
        const entries = answered.calls.map(({ entry, answer }) => ({ ...entry, ended: this.#encode(answer) }))
        const elapsed = batchesOf(this.#statements.entriesOf.all(number)).at(-1)?.elapsed ?? 0
        this.#execution(task, number, now).append({ entries, time: now, elapsed })
      })
    })
    return found.kind === 'ok' ? found.value : found.problem
  }

  /** What was saved with `savePlan`; `null` where nothing was. */
  plan(): Found<unknown> {
    return this.#read(() => {
      const row = this.#statements.plan.get()
      return row === undefined ? null : this.#decode(textIn(row, 'plan'))
    })
  }

  /** Keeps, once, what a program needs to make the journal's runs again. */
  savePlan(plan: unknown): JournalProblem | null {
    return this.#transact(() => {
      this.#statements.insertPlan.run(this.#encode(plan))
    })
  }

  /** The process that wrote last; `null` where none has. */
  lastProcess(): Found<number | null> {
    return this.#read(() => {
      const row = this.#statements.lastSession.get()
      return row === undefined ? null : numberIn(row, 'process')
    })
  }

  /** When it was begun, in seconds since the epoch; `null` where it has not been. */
  begun(): Found<number | null> {
    return this.#read(() => {
      const row = this.#statements.firstSession.get()
      return row === undefined ? null : secondsIn(row, 'started')
    })
  }

  /** Notes that this process writes from now on. */
  beginSession(now: number): void {
    this.#statements.insertSession.run(process.pid, now)
  }

  /** Closes the file, once. Runs of it that are still under way fail. */
  close(): void {
    if (!this.#database.isOpen) return
    this.#database.close()
    this.#lock?.[Symbol.dispose]()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #beginNew(task: string | null, header: ExecutionHeader, started: number): BegunExecution {
    if (this.#commits === null) {
      return { kind: 'error', problem: { kind: 'missing', message: `${this.file} holds no such run` } }
    }
    let number = 0
    const problem = this.#transact(() => {
      number = Number(this.#statements.insertExecution.run(task, this.#encode(header), started).lastInsertRowid)
    })
    return problem === null ? { kind: 'ok', execution: this.#execution(task, number, started) } : { kind: 'error', problem }
  }

  #execution(task: string | null, number: number, started: number): Execution {
    const { insertEntry, insertEnd, entriesOf } = this.#statements
    const history = batchesOf(entriesOf.all(number))
    let position = history.reduce((count, { entries }) => count + entries.length, 0)
    let batches = history.length
    return {
      started,
      history,
      end: this.#endOf(number),
      commits: this.#commits,
      withoutSecrets: (value) => this.#withoutSecrets(value),
      encode: (value) => this.#encode(value),
      decode: (stored) => this.#decode(stored),
      append: ({ entries, time, elapsed }: Batch) => {
        batches += 1
        for (const { place, asked, ended } of entries) {
          position += 1
          const { attempt, turn } = placeNumbers(place)
          insertEntry.run(number, position, batches, place.kind, place.node, attempt, turn, asked, ended, time, elapsed)
        }
      },
      finish: ({ outcome, usage, time }) =>
        this.#transact(() => {
          insertEnd.run(number, this.#encode(outcome), this.#encode(usage), time)
        }),
      release: () => {
        this.#open.delete(task)
      },
    }
  }

  #endOf(number: number): ExecutionEnd | null {
    const row = this.#statements.endOf.get(number)
    if (row === undefined) return null
    const outcome = readOutcome(this.#decode(textIn(row, 'outcome')))
    const usage = readUsage(this.#decode(textIn(row, 'usage')))
    if (outcome === null || usage === null) throw new UnreadableRow('what it says of the end of a run is no end of one')
    return { outcome, usage, time: secondsIn(row, 'time') }
  }

  /** The calls of an execution that were suspended, and have no answer yet. A run that has ended waits for none. */
  #suspendedIn(number: number): readonly SuspendedCall[] {
    return this.#statements.suspendedOf.all(number).map((row) => suspendedCall(row, this.#decode(textIn(row, 'ended'))))
  }

  #headerIn(row: Row): ExecutionHeader {
    const header = this.#decode(textIn(row, 'header'))
    if (!isExecutionHeader(header)) throw new UnreadableRow('what it says of a run is no beginning of one')
    return header
  }

  #withoutSecrets(value: unknown): unknown {
    return this.#secrets.length === 0 ? value : redactValue(value, this.#secrets)
  }

  #encode(value: unknown): string {
    return encodeValue(this.#withoutSecrets(value), (hash, text) => {
      this.#statements.insertContent.run(hash, text)
    })
  }

  #decode(stored: string): unknown {
    return decodeValue(stored, (hash) => {
      const row = this.#statements.contentOf.get(hash)
      return row === undefined ? null : textIn(row, 'text')
    })
  }

  #read<Value>(read: () => Value): Found<Value> {
    if (!this.#database.isOpen) return { kind: 'error', problem: closed(this.file) }
    try {
      return { kind: 'ok', value: read() }
    } catch (error) {
      return { kind: 'error', problem: problemOf(error, this.file) }
    }
  }

  #transact(write: () => void): JournalProblem | null {
    if (!this.#database.isOpen) return closed(this.file)
    try {
      this.#statements.begin.run()
      write()
      this.#statements.commit.run()
      return null
    } catch (error) {
      if (this.#database.isOpen && this.#database.isTransaction) this.#statements.rollback.run()
      return problemOf(error, this.file)
    }
  }
}

const closed = (file: string): JournalProblem => ({
  kind: 'unwritable',
  message: `${file} cannot be written: it has been closed`,
})

function prepareStatements(database: DatabaseSync) {
  const prepare = (sql: string): StatementSync => database.prepare(sql)
  return {
    begin: prepare('begin immediate'),
    commit: prepare('commit'),
    rollback: prepare('rollback'),
    insertContent: prepare('insert or ignore into contents values (?, ?)'),
    contentOf: prepare('select text from contents where hash = ?'),
    insertPlan: prepare('insert into plans (plan) values (?)'),
    plan: prepare('select plan from plans order by number limit 1'),
    insertSession: prepare('insert into sessions (process, started) values (?, ?)'),
    firstSession: prepare('select started from sessions order by number limit 1'),
    lastSession: prepare('select process from sessions order by number desc limit 1'),
    insertExecution: prepare('insert into executions (task, header, started) values (?, ?, ?)'),
    executionOf: prepare('select number, header, started from executions where task is ?'),
    allExecutions: prepare(`
      select number, task, header, started,
        (select count(*) from entries where execution = number and (
          kind = 'request'
          or (kind = 'tool' and ended ->> 'kind' <> 'suspended')
          or (kind = 'answer' and ended ->> 'kind' <> 'approved')
        )) as calls,
        coalesce(
          (select time from ends where execution = number),
          (select time from entries where execution = number order by position desc limit 1),
          started
        ) as touched
      from executions order by number`),
    insertEntry: prepare('insert into entries values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    entriesOf: prepare('select * from entries where execution = ? order by position'),
    suspendedOf: prepare(`
      select node, attempt, asked, ended from entries as suspended
      where execution = ? and kind = 'tool' and ended ->> 'kind' = 'suspended'
        and not exists (
          select 1 from entries where execution = suspended.execution and kind = 'answer'
            and node = suspended.node and attempt = suspended.attempt)
        and not exists (select 1 from ends where ends.execution = suspended.execution)
      order by position`),
    insertEnd: prepare('insert into ends values (?, ?, ?, ?)'),
    endOf: prepare('select * from ends where execution = ?'),
  }
}
