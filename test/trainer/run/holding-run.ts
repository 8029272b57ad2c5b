// Takes the lock of a run folder, says so, and holds it until it is killed: holding-run.ts FOLDER.
import { RunLock } from '../../../trainer/run/run-lock.ts'

const lock = new RunLock(process.argv[2] ?? '')
process.stdout.write(`${lock.take() ?? 'held'}\n`)
setInterval(() => lock, 60_000)
