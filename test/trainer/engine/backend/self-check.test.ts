import * as tf from '@tensorflow/tfjs-core'
import { afterEach, describe, expect, it } from 'vitest'
import { checkInChild } from '../../../../trainer/engine/backend/check-in-child.ts'
import { selfCheck } from '../../../../trainer/engine/backend/self-check.ts'
import { startBackend } from '../../../../trainer/engine/backend/start-backend.ts'

let mend = (): void => undefined

/** Replaces an operation of the WASM backend by one whose results are changed. */
async function spoil(kernelName: string, change: (values: Float32Array) => void): Promise<void> {
  await startBackend('wasm')
  const kernel = tf.getKernelsForBackend('wasm').find((candidate) => candidate.kernelName === kernelName)
  if (kernel === undefined) throw new Error(`The WASM backend has no ${kernelName}`)
  tf.unregisterKernel(kernelName, 'wasm')
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: (given) => {
      const result = kernel.kernelFunc(given)
      const [output] = Array.isArray(result) ? result : [result]
      if (output !== undefined) change((tf.backend() as unknown as WasmMemory).typedArrayFromHeap(output))
      return result
    },
  })
  mend = () => {
    tf.unregisterKernel(kernelName, 'wasm')
    tf.registerKernel(kernel)
  }
}

interface WasmMemory {
  typedArrayFromHeap(info: tf.TensorInfo): Float32Array
}

afterEach(() => {
  mend()
  mend = () => undefined
})

describe('the self-check of a backend', () => {
  it('passes for WASM, in this process and in a child', async () => {
    expect(await selfCheck('wasm')).toEqual({ kind: 'passed' })
    expect(await checkInChild('wasm')).toEqual({ kind: 'passed' })
  })

  it('fails where products are wrong', async () => {
    await spoil('BatchMatMul', (values) => {
      values[3] = (values[3] ?? 0) + 0.1
    })
    expect(await selfCheck('wasm')).toEqual({ kind: 'failed', reason: 'a matrix product differs from pure JavaScript' })
  })

  it('fails where something is wrong that a product does not need', async () => {
    await spoil('Rsqrt', (values) => values.fill(1))
    expect(await selfCheck('wasm')).toEqual({ kind: 'failed', reason: 'a custom gradient differs from pure JavaScript' })
  })

  it('fails where only training shows it', async () => {
    await spoil('Step', (values) => values.fill(0.1))
    expect(await selfCheck('wasm')).toEqual({ kind: 'failed', reason: 'a training step differs from pure JavaScript' })
  })

  it('fails in a child that takes too long', async () => {
    expect(await checkInChild('wasm', 1)).toEqual({ kind: 'failed', reason: 'it does not finish' })
  })

  it('fails in a child for a backend that cannot be loaded', async () => {
    const missing = await checkInChild('no such backend' as 'wasm')
    expect(missing).toEqual({ kind: 'failed', reason: 'no such backend' })
  })
})
