import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import { validateValue } from '../../runtime/index.ts'
import type { ReplaySettings } from '../credit/index.ts'

const path = 'credit.replays.defaultReplies'

/**
 * What is wrong with declared default replies, one text each: a reply that is no result of its agent, and, where designs call no
 * other agents than those of the domain (`closed`), the name of one that there is not.
 */
export function defaultReplyProblems(
  { defaultReplies }: ReplaySettings,
  { callees }: DerivationSpecification,
  { closed }: { readonly closed: boolean },
): readonly string[] {
  const agents = callees.filter(({ kind }) => kind === 'agent')
  return Object.entries(defaultReplies).flatMap(([name, reply]) => {
    const agent = agents.find((callee) => callee.name === name)
    if (agent === undefined) {
      return closed ? [`${path}: there is no agent ${name}; the agents are ${agents.map((callee) => callee.name).join(', ')}`] : []
    }
    const validated = validateValue(agent.result, reply)
    if (validated.kind === 'ok') return []
    return validated.problems.map((problem) => `${path}.${name}${problem.path === '' ? '' : `.${problem.path}`}: ${problem.message}`)
  })
}
