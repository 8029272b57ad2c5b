import { describe, expect, it } from 'vitest'
import type { OptimizerState } from '../../../trainer/engine/index.ts'
import { adamStep, initialOptimizerState } from '../../../trainer/engine/optimizer.ts'

const free = { maximumGradientNorm: null }

describe('adamStep', () => {
  it('takes the first step by the learning rate, whatever the size of the slope', () => {
    const weights = Float32Array.of(1, 1, 1)
    adamStep(weights, Float64Array.of(1e-3, -50, 0), initialOptimizerState(3), { learningRate: 0.1, ...free })
    expect(weights[0]).toBeCloseTo(0.9, 4)
    expect(weights[1]).toBeCloseTo(1.1, 4)
    expect(weights[2]).toBe(1)
  })

  it('follows the paper', () => {
    const weights = Float32Array.of(0.5)
    let state: OptimizerState = initialOptimizerState(1)
    let [expected, mean, square] = [0.5, 0, 0]
    for (let step = 1; step <= 10; step += 1) {
      const slope = Math.sin(step)
      state = adamStep(weights, Float64Array.of(slope), state, { learningRate: 0.01, ...free }).state
      mean = 0.9 * mean + 0.1 * slope
      square = 0.999 * square + 0.001 * slope ** 2
      expected -= (0.01 * (mean / (1 - 0.9 ** step))) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8)
      expect(weights[0]).toBeCloseTo(expected, 5)
    }
    expect(state.steps).toBe(10)
  })

  it('finds the lowest point of a bowl', () => {
    const weights = Float32Array.of(5, -3)
    let state: OptimizerState = initialOptimizerState(2)
    for (let step = 0; step < 2000; step += 1) {
      const gradient = Float64Array.of(2 * ((weights[0] ?? 0) - 1), 20 * ((weights[1] ?? 0) - 2))
      state = adamStep(weights, gradient, state, { learningRate: 0.02 }).state
    }
    expect(weights[0]).toBeCloseTo(1, 2)
    expect(weights[1]).toBeCloseTo(2, 2)
  })

  it('limits the norm over all weights, and reports the one before', () => {
    const state = initialOptimizerState(2)
    const { gradientNorm } = adamStep(new Float32Array(2), Float64Array.of(30, 40), state, { learningRate: 0.1 })
    expect(gradientNorm).toBe(50)
    expect(state.mean[0]).toBeCloseTo(0.1 * 0.6, 6)
    expect(state.mean[1]).toBeCloseTo(0.1 * 0.8, 6)
  })

  it('leaves a smaller gradient as it is', () => {
    const state = initialOptimizerState(1)
    adamStep(new Float32Array(1), Float64Array.of(0.25), state, { learningRate: 0.1 })
    expect(state.mean[0]).toBeCloseTo(0.025, 8)
  })

  it('warms up linearly', () => {
    let state: OptimizerState = initialOptimizerState(1)
    const rates = Array.from({ length: 6 }, () => {
      const step = adamStep(Float32Array.of(0), Float64Array.of(1), state, { learningRate: 0.4, warmUpSteps: 4 })
      state = step.state
      return step.learningRate
    })
    expect(rates).toEqual([0.1, 0.2, 0.30000000000000004, 0.4, 0.4, 0.4])
  })
})
