import fc from 'fast-check'
import { expect } from 'vitest'

const scale = Number(process.env['MAS_PROPERTY_SCALE'] ?? 1)
if (!(scale >= 1)) throw new RangeError('MAS_PROPERTY_SCALE must be a number of at least 1')

/** How often a law is tried: `usual` times, times `MAS_PROPERTY_SCALE`. */
export const propertyRuns = (usual: number): number => Math.ceil(usual * scale)

const given = process.env['MAS_PROPERTY_SEED']

/**
 * Each property of a file that imports this one says its seed, also where it holds. `MAS_PROPERTY_SEED` tries a seed again.
 */
fc.configureGlobal({
  numRuns: propertyRuns(100),
  ...(given === undefined ? {} : { seed: Number(given) }),
  reporter: (details) => {
    process.stdout.write(`seed ${details.seed}, ${details.numRuns} runs: ${expect.getState().currentTestName ?? ''}\n`)
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance })
  },
})
