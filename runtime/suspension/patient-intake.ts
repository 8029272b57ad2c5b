import { timeoutName } from '../agent/timeout-name.ts'
import type { Intake, OutsideCall } from '../journal/intake.ts'

export interface PatientIntakeOptions {
  /** Whether the run has nothing to do but wait for what comes in. */
  readonly isIdle: () => boolean
  /** Nothing is under way any more but so many calls that wait for a person. May be told again. */
  readonly onRest: (waiting: number) => void
}

interface Limit {
  readonly callback: () => void
  /** Seconds that are left from `since` on. */
  left: number
  /** `elapsedHere` of the run when it began to run; `null` while it stands still. */
  since: number | null
  cancel: () => void
}

/**
 * Sees which calls are under way and which wait for a person. The `timeout` of an agent stands still while a call of its model
 * waits; every limit of time does while the run can do nothing but wait.
 */
export class PatientIntake implements Intake {
  readonly #intake: Intake
  readonly #options: PatientIntakeOptions
  readonly #limits = new Map<string, Limit>()
  readonly #waiting = new Set<string>()
  #underWay = 0
  #resting = false
  #scheduled = false

  constructor(intake: Intake, options: PatientIntakeOptions) {
    this.#intake = intake
    this.#options = options
  }

  take<Ended>(call: OutsideCall<Ended>): Promise<Ended> {
    const taken = this.#intake.take(call)
    const end = call.place.kind === 'answer' ? this.#beginWaiting(call.place.node) : this.#beginCall()
    taken.then(end, end)
    return taken
  }

  after(name: string, seconds: number, callback: () => void): () => void {
    const limit: Limit = { callback, left: seconds, since: null, cancel: () => undefined }
    this.#limits.set(name, limit)
    if (!this.#standsStill(name)) this.#start(name, limit)
    return () => {
      this.#limits.delete(name)
      limit.cancel()
    }
  }

  now(): number {
    return this.#intake.now()
  }

  elapsed(): number {
    return this.#intake.elapsed()
  }

  elapsedHere(): number {
    return this.#intake.elapsedHere()
  }

  isReplaying(): boolean {
    return this.#intake.isReplaying()
  }

  isPending(): boolean {
    return this.#intake.isPending()
  }

  detach(): void {
    this.#intake.detach()
  }

  /** Looks, once nothing is under way, whether the run can do nothing but wait. */
  look(): void {
    if (this.#scheduled || this.#underWay > 0 || this.#waiting.size === 0) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      if (this.#underWay > 0 || this.#waiting.size === 0 || this.isReplaying()) return
      if (!this.#options.isIdle() || this.isPending()) {
        this.look()
        return
      }
      this.#rest(true)
      this.#options.onRest(this.#waiting.size)
    })
  }

  #beginCall(): () => void {
    this.#underWay += 1
    this.#rest(false)
    return () => {
      this.#underWay -= 1
      this.look()
    }
  }

  #beginWaiting(node: string): () => void {
    this.#waiting.add(node)
    this.#updateTimeoutsAround(node)
    this.look()
    return () => {
      this.#waiting.delete(node)
      this.#rest(false)
      this.#updateTimeoutsAround(node)
    }
  }

  #rest(resting: boolean): void {
    if (this.#resting === resting) return
    this.#resting = resting
    for (const [name, limit] of this.#limits) this.#update(name, limit)
  }

  #updateTimeoutsAround(node: string): void {
    for (const name of timeoutsAround(node)) {
      const limit = this.#limits.get(name)
      if (limit !== undefined) this.#update(name, limit)
    }
  }

  #update(name: string, limit: Limit): void {
    const standsStill = this.#standsStill(name)
    if (standsStill === (limit.since === null)) return
    if (!standsStill) {
      this.#start(name, limit)
      return
    }
    limit.cancel()
    limit.left = Math.max(0, limit.left - (this.elapsedHere() - (limit.since ?? 0)))
    limit.since = null
  }

  #start(name: string, limit: Limit): void {
    limit.since = this.elapsedHere()
    limit.cancel = this.#intake.after(name, limit.left, () => {
      this.#limits.delete(name)
      limit.callback()
    })
  }

  #standsStill(name: string): boolean {
    if (this.#resting) return true
    return [...this.#waiting].some((node) => timeoutsAround(node).includes(name))
  }
}

/** The limits of the agents whose models, or whose agents as tools, make a call. */
function timeoutsAround(node: string): readonly string[] {
  const parts = node.split('/')
  return parts.slice(1).map((_, count) => timeoutName(parts.slice(0, count + 1).join('/')))
}
