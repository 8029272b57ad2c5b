import { fileURLToPath } from 'node:url'
import type { ArmMessage } from './arm-message.ts'
import type { ArmOrder } from './run-arm-process.ts'
import { spawnProcess } from './spawn-process.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

const armProgram = fileURLToPath(new URL(`./arm-process.${extension}`, import.meta.url))

/** Runs an arm in a process of its own; settles and rejects as `spawnProcess` does. */
export const spawnArm = (
  order: ArmOrder,
  tell: (message: ArmMessage) => void,
  signal: AbortSignal,
  program: string = armProgram,
): Promise<void> => spawnProcess({ program, name: order.arm, order }, tell, signal)
