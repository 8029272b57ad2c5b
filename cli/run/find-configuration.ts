import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { configurationPlaces, emptyConfiguration, readConfiguration } from '../../runtime/configuration/index.ts'
import type { RunConfiguration } from '../../runtime/configuration/index.ts'
import { readTextFile } from './read-text-file.ts'

export interface FoundConfiguration {
  readonly configuration: RunConfiguration
  /** `null` where there is none. */
  readonly file: string | null
  /** What paths in it are relative to. */
  readonly folder: string
  /** Whether a person named it: only then may it start programs and send keys to servers. */
  readonly isNamed: boolean
}

export type FindConfiguration =
  { readonly kind: 'ok'; readonly found: FoundConfiguration } | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The file named by `--config`, or the one that is found. */
export const configurationFile = (named: string | undefined, script: string, workingFolder: string): string | undefined =>
  named ?? configurationPlaces(dirname(resolve(workingFolder, script)), workingFolder).find((place) => existsSync(place))

/** The configuration named by `--config`, or the one beside the script, or the one in the working directory, or the defaults. */
export function findConfiguration(named: string | undefined, script: string, workingFolder: string): FindConfiguration {
  const file = configurationFile(named, script, workingFolder)
  if (file === undefined) {
    return { kind: 'ok', found: { configuration: emptyConfiguration, file: null, folder: workingFolder, isNamed: false } }
  }
  const text = readTextFile(file)
  if (text.kind === 'error') return { kind: 'error', problems: [text.message] }
  const read = readConfiguration(text.text)
  if (read.kind === 'error') return { kind: 'error', problems: read.problems.map((problem) => `${file}: ${problem}`) }
  return {
    kind: 'ok',
    found: {
      configuration: read.configuration,
      file,
      folder: dirname(resolve(workingFolder, file)),
      isNamed: named !== undefined,
    },
  }
}
