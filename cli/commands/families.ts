import { backendNames, loadEngine } from '../../trainer/index.ts'
import type { BackendChoice } from '../../trainer/index.ts'
import { embeddedPayoffSettings, payoffOfFamily, payoffSettings } from '../../trainer/payoff/index.ts'
import type { PayoffExecutors } from '../../trainer/payoff/index.ts'
import { familyNames, whatPays } from '../../trainer/tasks/index.ts'
import type { FamilyName } from '../../trainer/tasks/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { showPayoff } from '../families/show-payoff.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface FamiliesOptions {
  readonly slips?: number
  readonly embedded?: boolean
  readonly seed?: number
  readonly backend?: string
}

/** Measures what pays on families of tasks; without names, lists them. */
export async function familiesCommand(names: readonly string[], options: FamiliesOptions, terminal: Terminal): Promise<ExitCode> {
  if (names.length === 0) {
    for (const name of familyNames) terminal.out.write(`${name}: ${whatPays[name]}.\n`)
    return EXIT.ok
  }
  const unknown = names.find((name) => !isFamily(name))
  if (unknown !== undefined) return complain(terminal, `there is no family "${unknown}": choose among ${familyNames.join(', ')}`)
  const slips = options.slips ?? defaultSlips
  const backend = options.backend ?? 'auto'
  if (!isBackend(backend)) return complain(terminal, `there is no backend "${backend}": choose auto, ${backendNames.join(', ')}`)
  const seed = options.seed ?? payoffSettings.seed
  const executors = options.embedded === true ? await embedded(backend, seed) : ({ kind: 'profiled', slips } as const)
  if (typeof executors === 'string') return complain(terminal, executors)
  const settings = { ...(executors.kind === 'embedded' ? embeddedPayoffSettings : payoffSettings), seed }
  for (const name of names.filter(isFamily)) {
    const payoff = await payoffOfFamily(name, executors, settings, ({ step, accuracy }) => {
      if (accuracy !== null) terminal.err.write(`${name}: supervised start, step ${step}, ${(100 * accuracy).toFixed(0)} % of fresh replies right\n`)
    })
    terminal.out.write(showPayoff(name, whatPays[name], payoff))
  }
  return EXIT.ok
}

/** Of executors that training has made sure of what they know. */
const defaultSlips = 0.02

async function embedded(backend: BackendChoice, seed: number): Promise<PayoffExecutors | string> {
  const loaded = await loadEngine(backend)
  if (loaded.kind === 'unavailable') return `the ${loaded.backend} backend cannot be used: ${loaded.reason}`
  return { kind: 'embedded', engine: loaded.engine, seed }
}

const isFamily = (name: string): name is FamilyName => familyNames.some((known) => known === name)

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)
