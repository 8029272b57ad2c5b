// Runs code that never ends as a program would, and says under which group its process runs.
import { readFileSync } from 'node:fs'
import { createPythonTool } from '../../../../runtime/index.ts'

const python = createPythonTool()
void python.call({ code: 'while True: pass' }, { node: 'main/python', seed: 1, signal: new AbortController().signal })
const looking = setInterval(() => {
  const [child] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((id) => isRunningJob(id))
  if (child === undefined) return
  clearInterval(looking)
  process.stdout.write(`${child}\n`)
}, 100)

/** The process for the job, not the one that made the snapshot before. */
const isRunningJob = (id: string): boolean => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('run_job')
