import { rmSync } from 'node:fs'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { traceLineText } from '../../runtime/model/index.ts'
import { openTraceFile } from '../run/trace-file.ts'
import { runNamed } from '../runs/open-kept-run.ts'
import type { RunName } from '../runs/open-kept-run.ts'
import { openRecording, UntellableRun } from '../runs/recording.ts'
import type { Recording } from '../runs/recording.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { countOf } from '../text/count-of.ts'

export interface ExportOptions {
  readonly format: 'jsonl' | 'parquet'
  readonly out?: string
  readonly runs?: string
}

/** Writes every event that is kept of a run. */
export async function exportRunCommand(id: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.format === 'parquet' && options.out === undefined) {
    return complain(terminal, '--format parquet writes a file: name it with -o FILE')
  }
  const name = runNamed(id, options.runs)
  const opened = openRecording(name)
  if (opened.kind === 'error') return complain(terminal, opened.message)
  using recording = opened.recording
  try {
    return options.format === 'parquet'
      ? await exportParquet(name, recording, options.out ?? '', terminal)
      : await exportLines(recording, options.out, terminal)
  } catch (error) {
    if (!(error instanceof UntellableRun)) throw error
    return complain(terminal, `the run ${id} cannot be exported: ${error.message}`)
  }
}

async function exportLines(recording: Recording, path: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (path === undefined) {
    for await (const line of recording.lines()) terminal.out.write(`${traceLineText(line)}\n`)
    return EXIT.ok
  }
  const opened = openTraceFile(path, [])
  if (opened.kind === 'error') return complain(terminal, opened.message)
  const { trace } = opened
  try {
    for await (const line of recording.lines()) if (line.kind !== 'trace_end') trace.append(line)
  } catch (error) {
    trace.abandon()
    rmSync(trace.unfinished, { force: true })
    throw error
  }
  const problem = trace.finish(recording.runs)
  if (problem !== null) return complain(terminal, problem)
  terminal.err.write(`wrote ${path}\n`)
  return EXIT.ok
}

async function exportParquet({ id }: RunName, recording: Recording, path: string, terminal: Terminal): Promise<ExitCode> {
  const { parquetOf } = await import('../runs/parquet-of.ts')
  const { writeWholeFile } = await import('../files/write-whole-file.ts')
  const { bytes, rows } = await parquetOf(id, recording.lines())
  const problem = writeWholeFile(path, bytes)
  if (problem !== null) return complain(terminal, problem)
  terminal.err.write(`wrote ${path}: ${countOf(rows, 'event')}\n`)
  return EXIT.ok
}
