import { defaultReplaySettings } from '../../trainer/credit/index.ts'
import type { ExecutionWeighting, Normalisation } from '../../trainer/credit/index.ts'
import { creditPrograms, creditTable } from '../../trainer/credit-oracle/index.ts'
import type { CreditTableRow, MeasureSettings } from '../../trainer/credit-oracle/index.ts'
import { complain } from '../complain.ts'
import { creditJson } from '../credit/credit-json.ts'
import { showCredit } from '../credit/show-credit.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface CreditCommandOptions {
  readonly program?: string
  readonly executions?: number
  readonly normalisation?: Normalisation
  readonly weighting?: ExecutionWeighting
  readonly seed?: number
  readonly json?: boolean
}

/** Groups grow with the number of executions much faster than what is seen in them. */
const mostExecutions = 16

/** Measures every credit estimator on small programs whose exact gradients are known. */
export async function creditCommand(options: CreditCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const programs = creditPrograms.filter(({ name }) => options.program === undefined || options.program === name)
  if (programs.length === 0) {
    return complain(terminal, `there is no program "${options.program ?? ''}": choose among ${creditPrograms.map(({ name }) => name).join(', ')}`)
  }
  const executions = options.executions ?? 4
  if (executions < 2 || executions > mostExecutions) return complain(terminal, `--executions must be from 2 to ${mostExecutions}`)
  const settings: MeasureSettings = {
    executions,
    normalisation: options.normalisation ?? 'mean',
    weighting: options.weighting ?? 'trajectory',
    replays: defaultReplaySettings,
    seed: options.seed ?? 1,
    mostGroups: 10_000,
    replayedGroups: 500,
  }
  const rows: CreditTableRow[] = []
  for await (const measured of creditTable(programs, settings)) {
    rows.push(...measured)
    const [first] = measured
    if (terminal.err.isTerminal) terminal.err.write(`measured ${first?.program ?? ''}\n`)
  }
  terminal.out.write(options.json === true ? `${JSON.stringify(creditJson(settings, rows), null, 2)}\n` : showCredit(programs, settings, rows))
  return EXIT.ok
}

