// The process of one arm: it reads its order as JSON from standard input and writes one JSON line for each thing it has to tell.
import { text } from 'node:stream/consumers'
import { peakMemory } from './arm-message.ts'
import type { ArmMessage } from './arm-message.ts'
import { runArm } from './run-arm-process.ts'
import type { ArmOrder } from './run-arm-process.ts'

// Ctrl-C reaches every process of a terminal; the one that started this one decides, and ends it.
process.on('SIGINT', () => undefined)

const tell = (message: ArmMessage): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

const order = JSON.parse(await text(process.stdin)) as ArmOrder
await runArm(order, tell)
tell({ kind: 'ended', peakMiB: peakMemory() })
