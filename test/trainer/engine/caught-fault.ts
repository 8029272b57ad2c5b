import { TrainingFault } from '../../../trainer/engine/index.ts'

/** The training fault that running something raises; anything else goes on being thrown. */
export function caughtFault(run: () => unknown): TrainingFault {
  try {
    run()
  } catch (error) {
    if (error instanceof TrainingFault) return error
    throw error
  }
  throw new Error('No fault was raised')
}
