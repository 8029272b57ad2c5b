import { killGroup } from './process-group.ts'

const running = new Set<number>()

const killAll = (): void => {
  running.forEach(killGroup)
}

/** Has a group of processes killed when this program ends by itself, until it is told that the group has ended. */
export function endWithProgram(group: number): void {
  if (running.size === 0) process.once('exit', killAll)
  running.add(group)
}

/** The group has ended. */
export function hasEnded(group: number): void {
  running.delete(group)
  if (running.size === 0) process.removeListener('exit', killAll)
}
