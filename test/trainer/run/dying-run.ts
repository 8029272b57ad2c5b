// A run that kills itself in the middle of one of its changes to files: dying-run.ts CONFIGURATION FOLDER CHANGE.
// Writes the number of changes that it made where it lives to its end.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [configurationFile = '', folder = '', change = ''] = process.argv.slice(2)
let left = Number(change)
let changes = 0

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const isLast = (): boolean => {
  changes += 1
  left -= 1
  return left === 0
}

const half = (content: unknown): string | Uint8Array =>
  typeof content === 'string' ? content.slice(0, content.length / 2) : Buffer.from(content as Uint8Array).subarray(0, (content as Uint8Array).length / 2)

const { writeFileSync, appendFileSync, renameSync, truncateSync } = fs
fs.writeFileSync = (path, content, options) => {
  const last = isLast()
  writeFileSync(path, last ? half(content) : content, options)
  if (last) die()
}
fs.appendFileSync = (path, content, options) => {
  const last = isLast()
  appendFileSync(path, last ? half(content) : content, options)
  if (last) die()
}
fs.renameSync = (from, to) => {
  if (isLast()) die()
  renameSync(from, to)
}
fs.truncateSync = (path, length) => {
  if (isLast()) die()
  truncateSync(path, length)
}
syncBuiltinESMExports()

const { readTrainingConfiguration, runTraining } = await import('../../../trainer/index.ts')
const read = readTrainingConfiguration(fs.readFileSync(configurationFile, 'utf8'))
if (read.kind === 'error') throw new Error(read.problems.join('; '))
const ended = await runTraining({ configuration: read.configuration, folder, resume: true })
if (ended.kind !== 'finished') throw new Error(`it ended as ${JSON.stringify(ended)}`)
process.stdout.write(`${changes}\n`)
