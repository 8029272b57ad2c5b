import type { ArmName, ArmStepEvent, DemonstrationEvent, DemonstrationSettings } from '../../trainer/demonstration/index.ts'
import { Stopwatch } from '../terminal/stopwatch.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { duration } from './duration.ts'

/** Without a terminal, an arm says where it is this often: a line for each part of its requests. */
const plainParts = 5

/** Progress of a demonstration: a block that is drawn again in place on a terminal, plain lines elsewhere. */
export class DemonstrationView {
  readonly #terminal: Terminal
  readonly #settings: DemonstrationSettings
  readonly #arms: readonly ArmName[]
  readonly #latest = new Map<ArmName, ArmStepEvent>()
  readonly #before = new Map<ArmName, number>()
  readonly #finished = new Map<ArmName, number>()
  readonly #told = new Map<ArmName, number>()
  readonly #began = performance.now()
  #armsBegan: number | null = null
  #start = ''
  readonly #stopwatch: Stopwatch
  #drawn = 0
  #lastDrawn = 0

  constructor(terminal: Terminal, settings: DemonstrationSettings, arms: readonly ArmName[]) {
    this.#terminal = terminal
    this.#stopwatch = new Stopwatch(terminal.err)
    this.#settings = settings
    this.#arms = arms
  }

  show(event: DemonstrationEvent): void {
    switch (event.kind) {
      case 'opened':
        this.#say(`tensor backend: ${event.backend}${event.notUsed.length === 0 ? '' : ` (not used: ${event.notUsed.join('; ')})`}`)
        this.#say(`the designer can write ${Number(event.designs).toLocaleString('en')} different designs; each goes through the parser`)
        this.#say(`run folder: ${event.folder}`)
        return
      case 'started':
        return this.#showStart(event)
      case 'before':
        this.#armsBegan ??= performance.now()
        this.#before.set(event.arm, event.success)
        return
      case 'step':
        this.#latest.set(event.arm, event)
        return this.#terminal.err.isTerminal ? this.#draw() : this.#line(event)
      case 'arm_finished': {
        const { name, title, after } = event.result
        if (name !== 'self_consistency') this.#finished.set(name, after.success)
        if (!this.#terminal.err.isTerminal) this.#say(`${title}: held-out success ${percent(event.result.before.success)} -> ${percent(after.success)}`)
        else this.#draw(true)
      }
    }
  }

  /** Leaves what was drawn where it is. */
  end(): void {
    this.#stopwatch.stop()
    this.#drawn = 0
  }

  #showStart({ role, step, loss, accuracy }: Extract<DemonstrationEvent, { kind: 'started' }>): void {
    const measured = accuracy === null ? '' : `, ${percent(accuracy)} of fresh replies right`
    if (accuracy !== null || role === 'designer') this.#start = `supervised start, ${role}: step ${step}, loss ${loss.toFixed(2)}${measured}`
    if (this.#terminal.err.isTerminal) this.#draw()
    else if ((accuracy !== null && step % 100 === 0) || (role === 'designer' && step === 1)) this.#say(this.#start)
  }

  #line(event: ArmStepEvent): void {
    const part = Math.floor((plainParts * event.requests) / event.budget)
    if (this.#told.get(event.arm) === part) return
    this.#told.set(event.arm, part)
    this.#say(`${event.arm}: ${this.#stepText(event)}`)
  }

  #stepText(event: ArmStepEvent): string {
    const rewards = `rewards: executor ${number(event.executorReward)}, designer ${number(event.designerReward)}`
    return (
      `step ${event.step + 1}, training ${event.trained}, ${rewards}, ${percent(event.compiledShare)} compile, ` +
      `${event.requests.toLocaleString('en')} of ${event.budget.toLocaleString('en')} requests`
    )
  }

  #draw(force = false): void {
    const now = performance.now()
    if (!force && now - this.#lastDrawn < 100) return
    this.#lastDrawn = now
    const lines = [this.#start, ...this.#arms.map((arm) => this.#armLine(arm)), `elapsed ${duration(now - this.#began)}${this.#left(now)}`]
    const { err } = this.#terminal
    const width = (err.width ?? 100) - 1
    const up = this.#drawn > 0 ? `\u001b[${this.#drawn}A` : ''
    const block = lines.map((line) => `\u001b[2K${line.slice(0, width)}\n`).join('')
    this.#stopwatch.restart(() => err.write(`${up}${block}`), lines.at(-1) ?? '', width)
    this.#drawn = lines.length
  }

  #armLine(arm: ArmName): string {
    const event = this.#latest.get(arm)
    const name = arm.padEnd(16)
    const after = this.#finished.get(arm)
    if (after !== undefined) return `${name} done: held-out success ${percent(this.#before.get(arm) ?? 0)} -> ${percent(after)}`
    if (event === undefined) return `${name} waiting`
    const done = Math.min(1, event.requests / event.budget)
    const bar = '#'.repeat(Math.round(done * 16)).padEnd(16, '.')
    return `${name} [${bar}] ${this.#stepText(event)}`
  }

  /** Time left, from the requests that are still to be spent. */
  #left(now: number): string {
    if (this.#armsBegan === null) return ''
    const total = this.#arms.length * this.#settings.requests
    const spent = this.#arms.reduce((sum, arm) => sum + (this.#finished.has(arm) ? this.#settings.requests : (this.#latest.get(arm)?.requests ?? 0)), 0)
    if (spent === 0) return ''
    return `, about ${duration(((now - this.#armsBegan) * Math.max(0, total - spent)) / spent)} left`
  }

  #say(line: string): void {
    this.#terminal.err.write(`${line}\n`)
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

const number = (value: number | null): string => (value === null ? '-' : value.toFixed(2))
