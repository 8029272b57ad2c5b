import { readModelSpec, serverKey } from '../../runtime/model/index.ts'
import { examineServer } from '../../runtime/doctor/index.ts'
import type { Examination, Finding } from '../../runtime/doctor/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { watchInterruption } from '../run/interruption.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface DoctorOptions {
  readonly keyEnvironment?: string
  readonly timeout?: number
  readonly json?: boolean
}

const DEFAULT_TIMEOUT_SECONDS = 60
const NAME_WIDTH = 18

/** Asks a server what it can do, and says what a configuration should say of it. */
export async function doctorCommand(text: string, options: DoctorOptions, terminal: Terminal): Promise<ExitCode> {
  const read = readModelSpec(text)
  if (read.kind === 'error') return complain(terminal, read.message)
  const { spec } = read
  if (spec.kind !== 'openai') return complain(terminal, `"${text}" has no server to ask: only openai: has one`)
  const choice = { spec: text, keyEnvironment: options.keyEnvironment ?? null, origin: 'command line' as const }
  const key = serverKey(spec, choice, terminal.environment)
  if (key.kind === 'error') return complain(terminal, key.message)
  const isText = options.json !== true
  const interruption = watchInterruption()
  const server = { ...spec, key: key.key, timeoutSeconds: options.timeout ?? DEFAULT_TIMEOUT_SECONDS }
  const examination = await examineServer(server, interruption.signal, (finding) => {
    if (isText) terminal.out.write(`${findingLine(finding, terminal)}\n`)
  })
  interruption.stop()
  if (interruption.signal.aborted) return EXIT.interrupted
  const model = { spec: text, ...(options.keyEnvironment === undefined ? {} : { keyEnvironment: options.keyEnvironment }), ...examination.settings }
  const configuration = { models: { default: model } }
  if (isText) terminal.out.write(`\n${adviceText(examination, configuration)}\n`)
  else terminal.out.write(`${JSON.stringify({ version: 1, spec: text, findings: examination.findings, configuration }, null, 2)}\n`)
  return answers(examination) ? EXIT.ok : EXIT.runFailed
}

function findingLine({ name, verdict, detail }: Finding, { out }: Terminal): string {
  const mark = { yes: out.colors.green('yes'), no: out.colors.yellow('no '), unknown: out.colors.red('?  ') }[verdict]
  return `${name.padEnd(NAME_WIDTH)} ${mark}  ${printable(detail)}`
}

const answers = ({ findings }: Examination): boolean =>
  findings.some(({ name, verdict }) => name === 'answer' && verdict === 'yes')

function adviceText(examination: Examination, configuration: unknown): string {
  return answers(examination)
    ? `In mas.config.json:\n\n${JSON.stringify(configuration, null, 2)}`
    : 'The server gave no answer that can be used; nothing else was asked.'
}
