import type { ChildProcess } from 'node:child_process'
import { processesOf } from '../../../../runtime/tools/python/process/process-group.ts'

/** The group that a program says it has started, on its first line. */
export function groupOf(program: ChildProcess): Promise<number> {
  return new Promise((resolve) => program.stdout?.once('data', (said: Buffer) => resolve(Number(said.toString('utf8')))))
}

/** What is left of a group once it had time to end. */
export async function endOfProcesses(group: number): Promise<readonly number[]> {
  for (let look = 0; look < 100; look += 1) {
    if (processesOf(group).length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return processesOf(group)
}
