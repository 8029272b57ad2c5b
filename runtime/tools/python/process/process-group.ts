import { readdirSync, readFileSync } from 'node:fs'

/** The processes of a group, where the system tells (Linux). */
export function processesOf(group: number): readonly number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => groupOf(id) === group)
    .map(Number)
}

/** The memory that a process holds, in bytes; 0 where it is gone or the system does not tell. */
export function residentBytes(id: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(textOf(`/proc/${id}/status`))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** Ends a process and all that it started. */
export function killGroup(group: number): void {
  try {
    process.kill(process.platform === 'win32' ? group : -group, 'SIGKILL')
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
