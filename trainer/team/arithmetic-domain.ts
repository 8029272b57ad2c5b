import type { SupervisedExample, TaskMix } from '../tasks/index.ts'
import { arithmeticDesigns, startDesigns } from './arithmetic-designs.ts'
import { withinRequests } from './create-domain.ts'
import type { TaskDomain } from './task-domain.ts'

/** Characters of all families of arithmetic. */
export const arithmeticCharacters = '0123456789+-*()=~'

/** The families of arithmetic with the agents of `examples/arithmetic.mas`, for designs of at most this many model requests. */
export const arithmeticDomain = (mix: TaskMix, mostRequests: number): TaskDomain =>
  withinRequests(
    {
      name: 'arithmetic',
      mix,
      characters: arithmeticCharacters,
      designs: arithmeticDesigns(mostRequests),
      startDesigns,
      accepts: isWithinReach,
    },
    mostRequests,
  )

/** Answers in one go to more than one operator are beyond a network of this size: as examples they would only cost time. */
export function isWithinReach({ family, role, inputs }: SupervisedExample): boolean {
  // One operation in its own notation is for one answer: nobody is shown how to reduce it.
  if (family === 'plain') return role === 'answer'
  const text = Object.values(inputs).join('')
  return role !== 'answer' || (text.match(/[-+*]/g)?.length ?? 0) <= 1
}
