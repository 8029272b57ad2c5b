import type { ArmStepEvent, Summary } from '../../../trainer/demonstration/index.ts'
import { exampleFigures } from '../../trainer/run/example-lines.ts'

export const exampleStep = (changes: Partial<ArmStepEvent> = {}): ArmStepEvent => ({
  kind: 'step',
  arm: 'both',
  budget: 160_000,
  ...exampleFigures({ step: 3, requests: 40_000, designs: 4, designerLoss: 0.1, designerEntropy: 1 }),
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
