import type { ArmStepEvent, Summary } from '../../../trainer/demonstration/index.ts'

export const exampleStep = (changes: Partial<ArmStepEvent> = {}): ArmStepEvent => ({
  kind: 'step',
  arm: 'both',
  step: 3,
  trained: 'both',
  requests: 40_000,
  replayRequests: 0,
  budget: 160_000,
  score: 0.5,
  executorReward: 0.48,
  designerReward: null,
  requestsPerExecution: 2,
  compiledShare: 1,
  designs: 4,
  warnings: [],
  executorLoss: 0.1,
  designerLoss: 0.1,
  designerEntropy: 1,
  ...changes,
})

const byFamily = [{ family: 'depth', before: 0.2, after: 0.8 }]

export const exampleSummary = (changes: Partial<Summary> = {}): Summary => ({
  version: 1,
  seed: 4,
  backend: 'wasm',
  wallSeconds: 95,
  peakMiB: 300,
  arms: [{ name: 'both', title: 'both at <once>', before: 0.21, after: 0.84, ci: [0.8, 0.88], trainRequests: 160_003, requestsPerTask: 3.25, byFamily }],
  designs: [
    { family: 'depth', difficulty: 2, share: 0.75, text: 'agent A() -> string {}\nworkflow main(x: string) -> string {\n  return x < y\n}\n' },
    { family: 'depth', difficulty: 2, share: 0.25, text: 'workflow main() -> string {\n  return "second"\n}\n' },
  ],
  compiledShare: 0.5,
  reachableDesigns: '123456',
  leakage: { heldOut: 20, leaked: 5, share: 0.25 },
  notUsed: [],
  ...changes,
})
