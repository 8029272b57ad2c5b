// Prints the one line that CI ends with, and fails where a test or a whole step failed.
// Usage: count-tests.ts RESULTS.json FAILED_STEPS
import { existsSync, readFileSync } from 'node:fs'

const [results, failedSteps] = process.argv.slice(2)

interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}

function read(file: string | undefined): Results {
  if (file === undefined || !existsSync(file)) return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1 }
  return JSON.parse(readFileSync(file, 'utf8')) as Results
}

const { numPassedTests, numFailedTests, numFailedTestSuites } = read(results)
const steps = Number(failedSteps)
const failed = numFailedTests > 0 ? numFailedTests : Math.max(numFailedTestSuites, steps)
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || steps > 0 || numPassedTests === 0 ? 1 : 0
