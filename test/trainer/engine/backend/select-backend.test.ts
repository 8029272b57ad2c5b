import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../trainer/engine/index.ts'
import { isNativeBackendInstalled } from '../../../../trainer/engine/backend/load-native-backend.ts'
import { selectBackend } from '../../../../trainer/engine/backend/select-backend.ts'

// The native package is optional: both machines that have it and machines that do not are right.
const installed = isNativeBackendInstalled()

describe('selectBackend', () => {
  it('says why faster backends are not used', async () => {
    const selection = await selectBackend('auto')
    expect(selection.kind).toBe('selected')
    if (selection.kind !== 'selected') return
    if (selection.backend === 'tfjs-node') {
      expect(selection.notUsed).toEqual([])
    } else {
      const reason = installed ? expect.any(String) : '@tensorflow/tfjs-node is not installed'
      expect(selection).toEqual({ kind: 'selected', backend: 'wasm', notUsed: [{ backend: 'tfjs-node', reason }] })
    }
  })

  it.each(['wasm', 'cpu'] as const)('takes %s when it is forced', async (backend) => {
    expect(await selectBackend(backend)).toEqual({ kind: 'selected', backend, notUsed: [] })
  })

  it('is a value that says why a forced backend cannot be used', async () => {
    const result = await loadEngine('tfjs-node')
    if (installed) {
      expect(result.kind === 'loaded' ? result.engine.backend : result.backend).toBe('tfjs-node')
    } else {
      const reason = '@tensorflow/tfjs-node is not installed'
      expect(result).toEqual({ kind: 'unavailable', backend: 'tfjs-node', reason })
    }
  })
})
