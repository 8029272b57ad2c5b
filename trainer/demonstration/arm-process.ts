// The process of one arm: it reads its order as JSON from standard input and writes one JSON line for each thing it has to tell.
import { text } from 'node:stream/consumers'
import { runArm } from './run-arm-process.ts'
import type { ArmOrder } from './run-arm-process.ts'

const order = JSON.parse(await text(process.stdin)) as ArmOrder
await runArm(order, (event) => {
  process.stdout.write(`${JSON.stringify(event)}\n`)
})
