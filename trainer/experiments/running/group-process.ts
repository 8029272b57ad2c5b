// The process of a group of arms: it reads its order as JSON from standard input and writes one JSON line for each thing it has to tell.
import { text } from 'node:stream/consumers'
import { trainGroup } from './train-group.ts'
import type { GroupOrder } from './train-group.ts'

// Ctrl-C reaches every process of a terminal; the one that started this one decides, and ends it.
process.on('SIGINT', () => undefined)

await trainGroup(JSON.parse(await text(process.stdin)) as GroupOrder, (message) => {
  process.stdout.write(`${JSON.stringify(message)}\n`)
})
