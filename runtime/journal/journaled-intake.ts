import type { Clock } from '../clock/clock.ts'
import type { Committer } from './commit-queue.ts'
import { contentHash } from './content-store.ts'
import type { Execution } from './execution.ts'
import type { Intake, OutsideCall } from './intake.ts'
import { placeKey, placeText } from './journal-entry.ts'
import type { Batch, JournalEntry } from './journal-entry.ts'
import type { JournalProblem } from './journal-problem.ts'
import { UnreadableRow } from './journal-problem.ts'

export interface IntakeOptions {
  readonly execution: Execution
  /** For messages. */
  readonly file: string
  readonly clock: Clock
  /** Whether the run has nothing to do but wait for what comes in. */
  readonly isIdle: () => boolean
  /** The run cannot go on; told once. */
  readonly onProblem: (problem: JournalProblem) => void
  /** The journal is only read, and everything in it has been repeated. */
  readonly onOver: () => void
}

/** A call that waits for what the journal holds of it. */
interface WaitingCall {
  readonly asked: string
  /** Ends it as the journal says; `false` where that is no end of such a call. */
  end(kept: unknown): boolean
  /** Makes it. */
  make(): void
}

interface Timer {
  readonly seconds: number
  readonly callback: () => void
  cancel: () => void
}

/** What came in and is not committed yet. */
interface Arrival {
  readonly place: JournalEntry['place']
  readonly asked: string
  readonly kept: unknown
  readonly goOn: () => void
}

/**
 * Keeps what comes into a run, and first repeats what is kept already: batch by batch, each when the run has come to rest after
 * the one before. So a run goes through the same states as the process that was ended, whatever order its calls ended in, and
 * then goes on from there. What comes in takes effect only when it is committed.
 */
export class JournaledIntake implements Intake, Committer {
  readonly #options: IntakeOptions
  readonly #history: readonly Batch[]
  #phase: 'replaying' | 'live' | 'detached'
  #next = 0
  #stepScheduled = false
  readonly #waiting = new Map<string, WaitingCall>()
  readonly #timers = new Map<string, Timer>()
  #arrived: Arrival[] = []
  #committing: readonly Arrival[] = []
  /** The time of what was repeated last. */
  #time: number
  #elapsed = 0
  /** When the run went live; `null` where it has not. */
  #wentLive: number | null = null

  constructor(options: IntakeOptions) {
    this.#options = options
    this.#history = options.execution.history
    this.#time = options.execution.started
    this.#phase = 'replaying'
    if (this.#history.length > 0 || options.execution.commits === null) this.#scheduleStep()
    else this.#goLive()
  }

  take<Ended>(call: OutsideCall<Ended>): Promise<Ended> {
    const { promise, resolve, reject } = Promise.withResolvers<Ended>()
    if (this.#phase === 'detached') {
      call.make().then(resolve, reject)
      return promise
    }
    const asked = contentHash(JSON.stringify(call.asked))
    const make = (): void => {
      call.make().then((ended) => {
        const kept = call.keep(ended)
        const clean = this.#options.execution.withoutSecrets(kept)
        // The run goes on from what a resumed one would read.
        const taken = clean === kept ? ended : (call.read(clean) ?? ended)
        const goOn = (): void => {
          resolve(taken)
        }
        this.#arrive({ place: call.place, asked, kept: clean, goOn })
      }, reject)
    }
    if (this.#phase === 'live') {
      make()
      return promise
    }
    const end = (kept: unknown): boolean => {
      const ended = call.read(kept)
      if (ended !== null) resolve(ended)
      return ended !== null
    }
    this.#waiting.set(placeKey(call.place), { asked, end, make })
    return promise
  }

  after(name: string, seconds: number, callback: () => void): () => void {
    const timer: Timer = { seconds, callback, cancel: () => undefined }
    this.#timers.set(name, timer)
    if (this.#phase === 'live') this.#startTimer(name, timer)
    return () => {
      this.#timers.delete(name)
      timer.cancel()
    }
  }

  now(): number {
    return this.#wentLive === null ? this.#time : Math.max(this.#time, this.#options.clock.now())
  }

  elapsed(): number {
    return this.#elapsed + this.elapsedHere()
  }

  elapsedHere(): number {
    return this.#wentLive === null ? 0 : this.#options.clock.now() - this.#wentLive
  }

  isReplaying(): boolean {
    return this.#phase === 'replaying'
  }

  isPending(): boolean {
    return this.#arrived.length > 0 || this.#committing.length > 0
  }

  detach(): void {
    if (this.#phase === 'detached') return
    this.#options.execution.commits?.commitNow(this)
    this.#end()
  }

  isSettled(): boolean {
    return this.#options.isIdle()
  }

  write(): void {
    this.#committing = this.#arrived
    this.#arrived = []
    const { execution } = this.#options
    const entries = this.#committing.map(({ place, asked, kept }) => ({ place, asked, ended: execution.encode(kept) }))
    execution.append({ entries, time: this.now(), elapsed: this.elapsed() })
  }

  committed(): void {
    const arrivals = this.#committing
    this.#committing = []
    for (const { goOn } of arrivals) goOn()
  }

  lost(problem: JournalProblem): void {
    this.#fail(problem)
    // The run is ending; who waits is told what came in all the same. It may not even have been written.
    const arrivals = [...this.#committing, ...this.#arrived]
    this.#committing = []
    this.#arrived = []
    for (const { goOn } of arrivals) goOn()
  }

  #arrive(arrival: Arrival): void {
    if (this.#phase === 'detached') {
      arrival.goOn()
      return
    }
    this.#arrived.push(arrival)
    this.#options.execution.commits?.add(this)
  }

  #startTimer(name: string, timer: Timer): void {
    timer.cancel = this.#options.clock.after(timer.seconds, () => {
      const goOn = (): void => {
        this.#reach(name)
      }
      this.#arrive({ place: { kind: 'timer', node: name }, asked: '', kept: null, goOn })
    })
  }

  /** The time of a timer is over, unless it has been called off. */
  #reach(name: string): void {
    const timer = this.#timers.get(name)
    this.#timers.delete(name)
    timer?.callback()
  }

  #scheduleStep(): void {
    if (this.#stepScheduled) return
    this.#stepScheduled = true
    setImmediate(() => {
      this.#stepScheduled = false
      if (this.#phase !== 'replaying') return
      if (this.#options.isIdle()) this.#step()
      if (this.isReplaying()) this.#scheduleStep()
    })
  }

  /** Repeats the next batch; after the last one the run goes on by itself. */
  #step(): void {
    const batch = this.#history[this.#next]
    if (batch === undefined) {
      this.#goLive()
      return
    }
    const strange = batch.entries.find((entry) => this.#isUnexpected(entry))
    if (strange !== undefined) {
      this.#fail(this.#different(strange))
      return
    }
    this.#next += 1
    this.#time = batch.time
    this.#elapsed = batch.elapsed
    for (const entry of batch.entries) this.#repeat(entry)
  }

  /** Whether an entry ends a call that the run has not come to, or that asks something else. */
  #isUnexpected({ place, asked }: JournalEntry): boolean {
    return place.kind !== 'timer' && this.#waiting.get(placeKey(place))?.asked !== asked
  }

  #repeat({ place, ended }: JournalEntry): void {
    if (place.kind === 'timer') {
      this.#reach(place.node)
      return
    }
    const key = placeKey(place)
    const call = this.#waiting.get(key)
    this.#waiting.delete(key)
    try {
      if (call?.end(this.#options.execution.decode(ended)) !== false) return
      this.#fail(this.#damaged(`it holds no end of ${placeText(place)}`))
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error
      this.#fail(this.#damaged(error.message))
    }
    // The run ends: nothing is made of the call any more.
    call?.make()
  }

  #goLive(): void {
    if (this.#options.execution.commits === null) {
      this.#phase = 'detached'
      this.#options.onOver()
      return
    }
    this.#phase = 'live'
    this.#wentLive = this.#options.clock.now()
    for (const [name, timer] of this.#timers) this.#startTimer(name, timer)
    const calls = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const call of calls) call.make()
  }

  #fail(problem: JournalProblem): void {
    if (this.#phase === 'detached') return
    this.#end()
    this.#options.onProblem(problem)
  }

  /** Nothing is kept or repeated any more. Calls that wait are ended by those who asked, who have been told. */
  #end(): void {
    this.#phase = 'detached'
    const calls = [...this.#waiting.values()]
    this.#waiting.clear()
    setImmediate(() => {
      for (const call of calls) call.make()
    })
  }

  #different({ place }: JournalEntry): JournalProblem {
    const isReached = this.#waiting.has(placeKey(place))
    const what = isReached ? 'asks something else than' : 'is not reached as'
    const cause = 'what stands behind a model or tool, or mas itself, is no longer the same'
    return { kind: 'different', message: `${placeText(place)} ${what} in ${this.#options.file}: ${cause}` }
  }

  #damaged(reason: string): JournalProblem {
    return { kind: 'damaged', message: `${this.#options.file} is damaged: ${reason}` }
  }
}
