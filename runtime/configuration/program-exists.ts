import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** Whether a program can be started from a folder: a path is taken from there, a bare name is looked for on `PATH`. */
export function programExists(program: string, folder: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (program.includes('/') || process.platform === 'win32') return process.platform === 'win32' || isExecutable(resolve(folder, program))
  return (environment.PATH ?? '').split(delimiter).some((place) => isExecutable(join(place === '' ? folder : place, program)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
