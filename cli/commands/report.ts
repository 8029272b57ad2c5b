import { join } from 'node:path'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { experimentPage } from '../report/experiment-page.ts'
import { readReportSource } from '../report/read-report-source.ts'
import { runPage } from '../report/run-page.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ReportOptions {
  readonly output?: string
}

/** Writes the page of a training run or of an experiment. */
export async function reportCommand(folder: string, { output }: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const source = readReportSource(folder)
  if (source.kind === 'error') return complain(terminal, ...source.problems)
  const path = output ?? join(folder, 'report.html')
  const page = source.kind === 'run' ? await runPage(source.run) : experimentPage(source.name, source.results)
  const problem = writeWholeFile(path, page)
  if (problem !== null) return complain(terminal, problem)
  terminal.out.write(`${path}\n`)
  return EXIT.ok
}
