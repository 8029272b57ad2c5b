import type { Value } from '../../compiler/index.ts'
import type { ModelClient, ModelRequest } from '../../runtime/index.ts'
import { randomStream } from '../random/random-stream.ts'
import type { TaskDomain } from '../team/index.ts'
import { perceiveAs } from '../training/perceive-task.ts'

const wrongGuesses = 0.8

/**
 * Executors without weights, of a stated profile: each call sees of its texts what the families let it see, and replies what a perfect
 * agent of its role would reply to that; a share `slips` of the replies is wrong, as a slip of the family is. What is beyond the
 * reach of small executors (`accepts` of the domain) they guess: four in five such replies are wrong. Inputs that make no sense to a
 * role get an empty text, or `false`.
 */
export function profiledExecutor({ mix, accepts }: Pick<TaskDomain, 'mix' | 'accepts'>, slips: number): ModelClient {
  const families = mix.map(({ family }) => family)
  const perceive = perceiveAs(families)

  const reply = ({ agent, sampling }: ModelRequest): Value => {
    const random = randomStream(sampling.seed, 'profiled executor')
    const role = agent.role ?? agent.name
    const call = { role, inputs: Object.fromEntries(agent.inputs.map(({ name, value }) => [name, value])) }
    const seen = Object.fromEntries(
      agent.inputs.map(({ name, value }) => [name, typeof value === 'string' ? perceive(value, random, call) : value]),
    )
    for (const family of families) {
      const right = family.reply(role, seen)
      if (right === null) continue
      const share = accepts({ family: family.name, role, inputs: seen, output: right }) ? slips : wrongGuesses
      return random.next() < share ? (family.slip?.(right, random) ?? right) : right
    }
    return agent.result.kind === 'bool' ? false : ''
  }

  return {
    description: `executors that slip in ${slips} of their replies`,
    complete: (request) => {
      const value = reply(request)
      const content = request.output.kind === 'text' && typeof value === 'string' ? value : JSON.stringify({ value })
      return Promise.resolve({ kind: 'reply', reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 0, completionTokens: 0 } } })
    },
  }
}
