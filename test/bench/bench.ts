import { benches } from './benches.ts'
import { runBench } from './run-bench.ts'

process.exitCode = await runBench(process.argv.slice(2), benches, {
  out: (text) => { process.stdout.write(text) },
  err: (text) => { process.stderr.write(text) },
})
