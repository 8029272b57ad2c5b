// Runs a job as the first process of a system would, which inherits whatever is left behind, and says how many zombies there are.
import { readdirSync, readFileSync } from 'node:fs'
import { createPythonTool } from '../../../../runtime/index.ts'

const context = { node: 'main/python', seed: 1, signal: new AbortController().signal }
const outcome = await createPythonTool().call({ code: 'print("done")' }, context)
const zombies = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && /^State:\tZ/m.test(statusOf(id)))
console.log(process.pid, outcome.kind, zombies.length)

function statusOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8')
  } catch {
    return ''
  }
}
