import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { armNames, backendNames, demonstrationSettings, runDemonstration, writeWholeFile } from '../../trainer/demonstration/index.ts'
import type { ArmName, BackendChoice } from '../../trainer/demonstration/index.ts'
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
  const arms = (options.arms ?? armNames.join(',')).split(',')
  const unknown = arms.find((name) => !isArm(name))
  if (unknown !== undefined) return complain(terminal, `there is no arm "${unknown}": choose among ${armNames.join(', ')}`)
  const view = new DemonstrationView(terminal, demonstrationSettings, arms.filter(isArm))
  const interruption = watchInterruption()
  const pages: Parameters<typeof reportPage>[1][number][] = []
  try {
    const summary = await runDemonstration(
      {
        settings: demonstrationSettings,
        seed,
        backend,
        folder,
        arms: arms.filter(isArm),
        processes: Math.min(2, availableParallelism()),
        signal: interruption.signal,
      },
      (event) => {
        if (event.kind === 'step') pages.push(event)
        view.show(event)
      },
    )
    writeWholeFile(join(folder, 'report.html'), reportPage(summary, pages))
    view.end()
    terminal.out.write(showSummary(summary, folder))
    return EXIT.ok
  } catch (error) {
    view.end()
    if (!interruption.signal.aborted) throw error
    terminal.err.write(`mas: interrupted; what was measured so far is in ${join(folder, 'metrics.jsonl')}. Run the same command to start again.\n`)
    return EXIT.interrupted
  } finally {
    interruption.stop()
  }
}

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)

const isArm = (name: string): name is ArmName => armNames.some((known) => known === name)
