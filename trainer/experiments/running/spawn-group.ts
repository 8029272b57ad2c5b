import { fileURLToPath } from 'node:url'
import { spawnProcess } from '../../demonstration/spawn-process.ts'
import type { GroupMessage, GroupOrder } from './train-group.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

const program = fileURLToPath(new URL(`./group-process.${extension}`, import.meta.url))

/** Runs a group of arms in a process of its own; settles and rejects as `spawnProcess` does. */
export const spawnGroup = (order: GroupOrder, tell: (message: GroupMessage) => void, signal: AbortSignal): Promise<void> =>
  spawnProcess({ program, name: order.arms.map(({ name }) => name).join(', '), order }, tell, signal)
