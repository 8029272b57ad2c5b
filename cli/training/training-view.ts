import { stripVTControlCharacters } from 'node:util'
import type { EvaluationLine, MetricsLine, TrainingConfiguration, TrainingEvent } from '../../trainer/index.ts'
import { duration } from '../demonstration/duration.ts'
import { Stopwatch } from '../terminal/stopwatch.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { liveHeight, liveLines, liveStep, narrowest } from './live/live-lines.ts'
import type { LiveStep } from './live/live-lines.ts'

/** Without a terminal, training says where it is this often: a line for each part of its budget. */
const plainParts = 10

/** Above the curves. */
const progressLines = 3

type StartLine = Extract<MetricsLine, { kind: 'start' }>
type StepLine = Extract<MetricsLine, { kind: 'step' }>

/** Progress of a training run: a block that is drawn again in place on a terminal, plain lines elsewhere. */
export class TrainingView {
  readonly #terminal: Terminal
  readonly #budget: TrainingConfiguration['budget']
  /** Whether the cursor can be moved. */
  readonly #isDrawn: boolean
  readonly #steps: LiveStep[] = []
  #start = ''
  #step: StepLine | null = null
  #evaluation: EvaluationLine | null = null
  /** When training began here, and what had been spent before: time left is judged by what was done since. */
  #trainingBegan: { readonly time: number; readonly share: number } | null = null
  #told = -1
  readonly #stopwatch: Stopwatch
  #drawn = 0
  #drawnWidth = 0
  #lastDrawn = 0

  constructor(terminal: Terminal, { budget }: Pick<TrainingConfiguration, 'budget'>) {
    this.#terminal = terminal
    this.#stopwatch = new Stopwatch(terminal.err)
    this.#budget = budget
    this.#isDrawn = terminal.err.isTerminal && terminal.environment['TERM'] !== 'dumb'
  }

  show(event: TrainingEvent): void {
    switch (event.kind) {
      case 'opened':
        this.#say(`tensor backend: ${event.backend}${event.notUsed.length === 0 ? '' : ` (not used: ${event.notUsed.join('; ')})`}`)
        this.#say(`run folder: ${event.folder}`)
        if (event.resumed !== null) this.#say(`resumed ${event.resumed}`)
        for (const line of event.earlier) this.#remember(line)
        return
      case 'start':
        return this.#showStart(event)
      case 'step':
        return this.#showStep(event)
      case 'evaluation':
        this.#remember(event)
        this.#trainingBegan ??= { time: performance.now(), share: this.#shareOf(event.step, event.requests) }
        if (this.#isDrawn) this.#draw(true)
        else this.#say(evaluationText(event))
        return
      case 'frontier':
        this.#say(`measured ${event.name}: ${percent(event.score)}, ${event.requests.toFixed(2)} requests a task`)
    }
  }

  /** Leaves what was drawn where it is. */
  end(): void {
    if (this.#isDrawn && this.#start !== '') this.#draw(true)
    this.#stopwatch.stop()
    this.#drawn = 0
  }

  #showStart({ role, step, loss, accuracy }: StartLine): void {
    const measured = accuracy === null ? '' : `, ${percent(accuracy)} of fresh replies right`
    if (accuracy !== null || role === 'designer' || step === 1) {
      this.#start = `supervised start, ${role}: step ${step}, loss ${loss.toFixed(2)}${measured}`
    }
    if (this.#isDrawn) this.#draw()
    else if (step === 1 || (accuracy !== null && step % 100 === 0)) this.#say(this.#start)
  }

  #showStep(event: StepLine): void {
    this.#trainingBegan ??= { time: performance.now(), share: this.#shareOf(event.step, event.requests) }
    this.#remember(event)
    if (this.#isDrawn) return this.#draw()
    const part = Math.floor(plainParts * this.#shareOf(event.step + 1, event.requests))
    if (this.#told === part) return
    this.#told = part
    this.#say(this.#stepText(event, rewardsText(event)))
  }

  #remember(line: MetricsLine): void {
    if (line.kind === 'evaluation') this.#evaluation = line
    if (line.kind !== 'step') return
    this.#step = line
    this.#steps.push(liveStep(line))
  }

  #stepText(event: StepLine, details = ''): string {
    const { requests, steps } = this.#budget
    return (
      `step ${event.step + 1}${steps === null ? '' : ` of ${steps}`}, training ${event.trained}, ${details}` +
      `${event.requests.toLocaleString('en')} of ${requests.toLocaleString('en')} requests`
    )
  }

  /** How much of the budget is spent, by what ends first. */
  #shareOf(step: number, requests: number): number {
    const bySteps = this.#budget.steps === null ? 0 : step / this.#budget.steps
    return Math.min(1, Math.max(bySteps, requests / this.#budget.requests))
  }

  #draw(force = false): void {
    const now = performance.now()
    if (!force && now - this.#lastDrawn < 100) return
    this.#lastDrawn = now
    const { err } = this.#terminal
    const [width, height] = [err.width ?? 100, err.height ?? 24]
    const hasRoom = width >= narrowest && height > progressLines + liveHeight
    const step = this.#step
    const share = step === null ? 0 : this.#shareOf(step.step + 1, step.requests)
    const progress = [
      this.#start === '' ? 'supervised start: done' : this.#start,
      step === null ? 'training: waiting' : `${shareBar(share)} ${this.#stepText(step, hasRoom ? '' : rewardsText(step))}`,
      `${this.#evaluation === null ? 'not evaluated yet' : evaluationText(this.#evaluation)}${this.#left(now, share)}`,
    ]
    this.#write([...progress.map((line) => line.slice(0, width - 1)), ...(hasRoom ? liveLines(this.#steps, width, err.colors) : [])], width)
  }

  /** Over what was drawn before, unless the window has another width now: its lines may stand broken then. */
  #write(lines: readonly string[], width: number): void {
    const { err } = this.#terminal
    const up = this.#drawn > 0 && this.#drawnWidth === width ? `\u001b[${this.#drawn}A\u001b[J` : ''
    const block = lines.map((line) => `${line}\n`).join('')
    // Where the last line counts, it does without its colours.
    const last = stripVTControlCharacters(lines.at(-1) ?? '')
    this.#stopwatch.restart(() => err.write(`${up}${block}`), last, width - 1)
    this.#drawn = lines.length
    this.#drawnWidth = width
  }

  #left(now: number, share: number): string {
    if (this.#trainingBegan === null || share <= this.#trainingBegan.share) return ''
    const { time, share: before } = this.#trainingBegan
    return `, about ${duration(((now - time) * (1 - share)) / (share - before))} left`
  }

  #say(line: string): void {
    this.#terminal.err.write(`${line}\n`)
  }
}

const shareBar = (share: number): string => `[${'#'.repeat(Math.round(share * 16)).padEnd(16, '.')}]`

const rewardsText = ({ executorReward, designerReward, compiledShare }: StepLine): string =>
  `rewards: executor ${number(executorReward)}, designer ${number(designerReward)}, ${percent(compiledShare)} compile, `

const evaluationText = ({ step, tasks, success, interval: [lower, upper] }: EvaluationLine): string =>
  `held-out success after ${step} steps: ${percent(success)} (${percent(lower)} to ${percent(upper)}, ${tasks} tasks)`

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

const number = (value: number | null): string => (value === null ? '-' : value.toFixed(2))
