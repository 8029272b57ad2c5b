import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { armNames, backendNames, demonstrationSettings, runDemonstration, writeWholeFile } from '../../trainer/demonstration/index.ts'
import type { ArmStepEvent, BackendChoice } from '../../trainer/demonstration/index.ts'
import { complain } from '../complain.ts'
import { DemonstrationView } from '../demonstration/demonstration-view.ts'
import { reportPage } from '../demonstration/report-page.ts'
import { showSummary } from '../demonstration/show-summary.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { watchInterruption } from '../run/interruption.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface DemoOptions {
  readonly seed?: number
  readonly out?: string
  readonly backend?: string
  readonly arms?: string
}

/** Trains a small designer and small executors, compares ways of training them, and leaves a run folder. */
export async function demoCommand(options: DemoOptions, terminal: Terminal): Promise<ExitCode> {
  const seed = options.seed ?? 1
  const folder = options.out ?? join('runs', `demo-seed-${seed}`)
  const backend = options.backend ?? 'auto'
  if (!isBackend(backend)) return complain(terminal, `there is no backend "${backend}": choose auto, ${backendNames.join(', ')}`)
  const named = (options.arms ?? armNames.join(',')).split(',').map((name) => name.trim())
  const unknown = named.find((name) => !armNames.some((known) => known === name))
  if (unknown !== undefined) return complain(terminal, `there is no arm "${unknown}": choose among ${armNames.join(', ')}`)
  // Always in one order, each once: what is shown first is the trained team.
  const arms = armNames.filter((name) => named.includes(name))
  const view = new DemonstrationView(terminal, demonstrationSettings, arms)
  const interruption = watchInterruption()
  const steps: ArmStepEvent[] = []
  try {
    const processes = Math.min(2, availableParallelism())
    const ended = await runDemonstration(
      { settings: demonstrationSettings, seed, backend, folder, arms, processes, signal: interruption.signal },
      (event) => {
        if (event.kind === 'step') steps.push(event)
        view.show(event)
      },
    )
    view.end()
    switch (ended.kind) {
      case 'finished':
        writeWholeFile(join(folder, 'report.html'), reportPage(ended.summary, steps))
        terminal.out.write(showSummary(ended.summary, folder))
        return EXIT.ok
      case 'unusable':
        return complain(terminal, ended.message)
      case 'arm_failed':
        complain(terminal, ended.message)
        return EXIT.runFailed
      case 'interrupted': {
        const metrics = join(folder, 'metrics.jsonl')
        terminal.err.write(`mas: interrupted; what was measured so far is in ${metrics}. Run the same command to start again.\n`)
        return EXIT.interrupted
      }
    }
  } finally {
    interruption.stop()
  }
}

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)
