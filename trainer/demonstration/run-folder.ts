import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { armNames } from './arms.ts'
import { writeWholeFile } from '../files/index.ts'

/** The folder of a run, with what an earlier run of the same name had measured taken out of it. */
export interface RunFolder {
  readonly path: string
  /** Adds a line to `metrics.jsonl`. */
  record(event: unknown): void
  /** Writes a file of the folder as a whole. */
  write(name: string, content: string): void
}

export type OpenedRunFolder =
  | { readonly kind: 'opened'; readonly folder: RunFolder }
  | { readonly kind: 'unusable'; readonly message: string }

/** Where what a failed arm complained of is kept. */
export const failureFile = (arm: string): string => `${arm}.failure.txt`

/** Makes the folder and its configuration, or says why that cannot be. */
export function openRunFolder(path: string, configuration: unknown): OpenedRunFolder {
  const metrics = join(path, 'metrics.jsonl')
  try {
    mkdirSync(join(path, 'start'), { recursive: true })
    mkdirSync(join(path, 'arms'), { recursive: true })
    const stale = ['summary.json', 'report.html', ...armNames.flatMap((name) => [join('arms', name), failureFile(name)])]
    for (const name of stale) rmSync(join(path, name), { recursive: true, force: true })
    writeWholeFile(join(path, 'configuration.json'), `${JSON.stringify(configuration, null, 2)}\n`)
    writeWholeFile(metrics, '')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { kind: 'unusable', message: `the run folder ${path} cannot be written (${String(error.code)})` }
  }
  return {
    kind: 'opened',
    folder: {
      path,
      record: (event) => {
        appendFileSync(metrics, `${JSON.stringify(event)}\n`)
      },
      write: (name, content) => {
        writeWholeFile(join(path, name), content)
      },
    },
  }
}
