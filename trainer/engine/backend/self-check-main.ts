import { backendNames } from './backend-name.ts'
import { selfCheck } from './self-check.ts'

// A program of its own, started by checkInChild with the backend's name: prints the result as its last line, as JSON.
const backend = backendNames.find((name) => name === process.argv[2])
const result =
  backend === undefined ? { kind: 'failed', reason: 'no such backend' } : await selfCheck(backend)
process.stdout.write(`\n${JSON.stringify(result)}\n`)
