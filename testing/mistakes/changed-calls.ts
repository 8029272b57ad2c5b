import { agentCalls, statementsOf } from './ground.ts'
import type { AgentCall, Ground } from './ground.ts'
import { inserted, replaced } from './mistake.ts'
import type { Mistake, Site } from './mistake.ts'

/** Calls of agents whose last argument goes by its place. */
const openCalls = (ground: Ground) =>
  agentCalls(ground).flatMap(({ call, parameters, name }) => {
    const given = call.arguments
    const last = given.at(-1)
    const parameter = parameters[given.length - 1]
    return last === undefined || last.name !== null || parameter === undefined ? [] : [{ call, name, parameters, last, parameter }]
  })

/** The last argument left out, with the comma before it. */
function withoutLast({ call }: AgentCall): readonly Site[] {
  const last = call.arguments.at(-1)
  if (last === undefined) return []
  const start = call.arguments.at(-2)?.range.end ?? last.range.start
  return [{ range: { start, end: last.range.end }, text: '', found: call.callee.range }]
}

/** Arguments, values and arms that are left out, added, or of another type. */
export const changedCalls: readonly Mistake[] = [
  {
    name: 'a result of a wrong type',
    code: 'MAS3002',
    sites: (ground) =>
      statementsOf(ground).flatMap((one) => (one.kind === 'return' ? [replaced(one.value.range, '«{ planted: none }»')] : [])),
  },
  {
    name: 'an argument of a wrong type',
    code: 'MAS3003',
    sites: (ground) =>
      agentCalls(ground).flatMap(({ call }) =>
        call.arguments.flatMap(({ value }) =>
          value.kind === 'expression' ? [replaced(value.expression.range, '«{ planted: none }»')] : [],
        ),
      ),
  },
  {
    name: 'an argument too many',
    code: 'MAS3101',
    sites: (ground) =>
      openCalls(ground)
        .filter(({ call, parameters }) => call.arguments.length === parameters.length)
        .map(({ last }) => inserted(last.range.end, ', «12»')),
  },
  {
    name: 'a dropped argument',
    code: 'MAS3102',
    sites: (ground) => openCalls(ground).filter(({ parameter }) => parameter.type.kind !== 'optional_type').flatMap(withoutLast),
  },
  {
    name: 'an argument of another name',
    code: 'MAS3103',
    sites: (ground) =>
      openCalls(ground)
        .filter(({ parameter }) => parameter.type.kind === 'optional_type')
        .map(({ last }) => inserted(last.range.start, '«elephantine»: ')),
  },
  {
    name: '= behind the name of an argument',
    code: 'MAS1314',
    sites: (ground) => openCalls(ground).map(({ last, parameter }) => inserted(last.range.start, `${parameter.name.text} «=» `)),
  },
  {
    name: 'a missing return',
    code: 'MAS3305',
    sites: ({ workflow }) => {
      const last = workflow.body.statements.at(-1)
      if (last?.kind !== 'return') return []
      const { start, end } = last.range
      const brace = workflow.range.end - 1 - (end - start)
      return [{ range: last.range, text: '', found: { start: brace, end: brace + 1 } }]
    },
  },
  {
    name: 'an arm left out',
    code: 'MAS3307',
    sites: (ground) =>
      statementsOf(ground).flatMap((one) =>
        one.kind === 'match' && one.arms.length > 1 && one.arms.every(({ member }) => member !== null)
          ? one.arms.map(({ range }): Site => ({ range, text: '', found: one.subject.range }))
          : [],
      ),
  },
]
