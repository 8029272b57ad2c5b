import { arch, cpus, loadavg, platform } from 'node:os'

/** What the figures are of. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly system: string
  readonly node: string
  /** How many programs wanted a core in the minute before. */
  readonly load: number
}

export function describeMachine(): Machine {
  const [first, ...others] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: others.length + (first === undefined ? 0 : 1),
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
