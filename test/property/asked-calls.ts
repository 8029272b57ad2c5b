import type { ModelRequest } from '../../runtime/index.ts'
import { sampleOfSchema } from '../model-server/index.ts'
import type { AskedCall } from '../runtime/mock-model.ts'

/** One to three calls of tools that a request offers, mostly with arguments that fit. */
export const askedCalls = ({ tools }: ModelRequest, draw: (below: number) => number): readonly AskedCall[] =>
  Array.from({ length: 1 + draw(3) }, (): AskedCall => {
    const { name = '', parameters = {} } = tools[draw(tools.length)] ?? {}
    return [name, draw(8) === 0 ? 'no JSON' : sampleOfSchema(parameters)]
  })
