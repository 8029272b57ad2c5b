import { spawnSync } from 'node:child_process'

export interface Command {
  readonly command: string
  readonly inputs: readonly string[]
}

/** Runs a program to its end; gives what it wrote. Throws where it fails. */
export function runToEnd({ command, inputs }: Command): string {
  const { status, stdout, stderr, error } = spawnSync(command, inputs, { encoding: 'utf8' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${[command, ...inputs].join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

/** Whether a program can be started at all. */
export function canRun(command: Command): boolean {
  const { command: name, inputs } = command
  return spawnSync(name, inputs, { stdio: 'ignore' }).status === 0
}
