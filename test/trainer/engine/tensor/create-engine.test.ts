import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { createEngine } from '../../../../trainer/engine/tensor/create-engine.ts'
import { caughtFault } from '../caught-fault.ts'
import { loadedEngine, smallShape } from '../loaded-engine.ts'

test.each<[string, () => void]>([
  ['is not known', () => undefined],
  ['has not started yet', () => void tf.registerBackend('wasm', () => new Promise(() => undefined))],
  [
    'does not start',
    () => {
      tf.removeBackend('wasm')
      tf.registerBackend('wasm', () => Promise.reject(new Error('no such instructions here')))
    },
  ],
])('an engine whose backend %s computes nothing on another one', async (_, register) => {
  await loadedEngine('cpu')
  register()
  const network = createEngine('wasm', []).createNetwork(smallShape, 1)
  const before = network.snapshot()
  expect(caughtFault(() => network.trainSupervised([{ prompt: [1], completion: [2] }], { learningRate: 0.01 }))).toMatchObject({
    kind: 'wrong-backend',
    message: 'The wasm backend is not running',
  })
  expect(network.snapshot()).toEqual(before)
})
