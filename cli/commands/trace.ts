import { nameHint } from '../../runtime/configuration/index.ts'
import { criticalPath, readTrace, runTree } from '../../runtime/telemetry/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { readTextFile } from '../run/read-text-file.ts'
import { showTree } from '../run/show-tree.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface TraceOptions {
  readonly task?: string
  readonly json?: boolean
}

/** Prints what happened in a recorded run as a tree, with the calls that its time went to. */
export function traceCommand(file: string, { task, json }: TraceOptions, terminal: Terminal): ExitCode {
  const text = readTextFile(file)
  if (text.kind === 'error') return complain(terminal, text.message)
  const read = readTrace(text.text)
  if (read.kind === 'error') return complain(terminal, `${file} cannot be shown: ${read.message}`)
  const tasks = [...read.runs.keys()].flatMap((name) => name ?? [])
  if (task === undefined && tasks.length > 1) {
    return complain(terminal, `${file} holds ${tasks.length} tasks: choose one with --task ID.${nameHint('', tasks.slice(0, 10))}`)
  }
  const events = read.runs.get(task ?? tasks[0] ?? null)
  if (events === undefined) return complain(terminal, `${file} holds no task "${task ?? ''}".${nameHint(task ?? '', tasks)}`)
  const tree = runTree(events)
  if (tree === null) return complain(terminal, `${file} cannot be shown: it does not start with the run`)
  if (json !== true) terminal.out.write(showTree(tree, terminal.out))
  else {
    const path = criticalPath(tree).map(({ node, what, start, end }) => ({ node, what, start, end }))
    terminal.out.write(`${JSON.stringify({ version: 1, tree, critical_path: path }, null, 2)}\n`)
  }
  return EXIT.ok
}
