import { boundsOfBlock } from '../../compiler/bounds/index.ts'
import type { SampleNode } from '../../compiler/graph/index.ts'
import type { NodeStart } from './start-node.ts'
import type { NextWave } from './waves.ts'

/** The same waves; where they end before the last sample, what is saved is counted and told. */
export function skipSamples({ run, name }: NodeStart, { count, body }: SampleNode, waves: NextWave): NextWave {
  return (values) => {
    const size = waves(values)
    const skipped = count - values.length
    if (size === 0 && skipped > 0) {
      const requests = skipped * boundsOfBlock(run.graph, body).calls
      run.calls.usage.countSaved(requests)
      run.calls.emit({ kind: 'samples_skipped', node: name, skipped, requests })
    }
    return size
  }
}
