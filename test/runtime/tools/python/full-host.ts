// Calls the tool before, while and after this program has as many files open as it may, with a process kept ready.
import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createPythonTool, DEFAULT_PYTHON_SETTINGS } from '../../../../runtime/index.ts'

const python = createPythonTool({ ...DEFAULT_PYTHON_SETTINGS, prewarmed: 1 })
const context = { node: 'main/python', seed: 1, signal: new AbortController().signal }
const call = async (): Promise<void> => {
  const outcome = await python.call({ code: 'print(1)' }, context)
  console.log(outcome.kind === 'failed' ? outcome.message.replace(/spawn \S+/, 'spawn') : outcome.kind)
}

await call()
const held: number[] = []
try {
  for (;;) held.push(openSync('/dev/null', 'r'))
} catch {
  // Full.
}
await call()
await call()
// Long enough for a promise that was rejected unseen to end this program.
await wait(10)
held.forEach((descriptor) => {
  closeSync(descriptor)
})
await call()
