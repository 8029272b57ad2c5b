import { readdirSync, readFileSync } from 'node:fs'

/** The processes of a group, where the system tells (Linux, while this program may open one more file). */
export function processesOf(group: number): readonly number[] {
  if (process.platform !== 'linux') return []
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((id) => groupOf(id) === group)
      .map(Number)
  } catch {
    return []
  }
}

/** The memory that a process holds, in bytes; 0 where it is gone or the system does not tell. */
export function residentBytes(id: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(textOf(`/proc/${id}/status`))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** Ends a process and all that it started. */
export function killGroup(group: number): void {
  kill(process.platform === 'win32' ? group : -group)
}

/** Ends what the first process of a group started, which then sees that it ended; gives whether there was anything. */
export function killFollowers(group: number): boolean {
  const followers = processesOf(group).filter((id) => id !== group)
  followers.forEach(kill)
  return followers.length > 0
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** The fifth field: the second is a name in parentheses, and may hold anything. */
function groupOf(id: string): number {
  const stat = textOf(`/proc/${id}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2] ?? 0)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
