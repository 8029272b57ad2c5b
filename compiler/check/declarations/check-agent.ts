import type { ModuleNames } from '../../names/module-names.ts'
import { topLevelTypeScope } from '../../names/type-scope.ts'
import type { Body } from '../body.ts'
import type { AgentSymbol } from '../checked-program.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { GrowingFacts } from '../facts.ts'
import { emptyEnvironment, withLocal } from '../flow/environment.ts'
import type { Environment } from '../flow/environment.ts'
import { newLocal, refuseHiding } from '../statements/introduce.ts'
import { checkSettings } from './check-settings.ts'

/** Checks an agent's settings; the parameters are in scope in `role` and `prompt`. */
export function checkAgent(agent: AgentSymbol, names: ModuleNames, source: string, facts: GrowingFacts): Body {
  const types = topLevelTypeScope(names)
  const body: Body = {
    source,
    names,
    types,
    report: names.report,
    facts,
    returns: null,
    read: new Set(),
    reported: new Set(),
    texts: [],
    introduced: new Map(),
  }
  checkSettings(agent, names.report)
  const environment = withParameters(agent, body)
  for (const setting of agent.declaration.settings) {
    if (setting.kind === 'role' || setting.kind === 'prompt') checkExpression(setting.text, environment, body)
  }
  return body
}

function withParameters({ declaration, parameters }: AgentSymbol, body: Body): Environment {
  const { signature } = declaration
  let environment = emptyEnvironment
  parameters.forEach((parameter, position) => {
    if (environment.locals.has(parameter.name)) return
    const written = signature.kind === 'signature' ? signature.parameters[position]?.name : undefined
    if (written !== undefined) refuseHiding(written, body)
    const name = written ?? { kind: 'name', text: parameter.name, range: declaration.name.range }
    environment = withLocal(environment, newLocal('value', name, parameter.type, environment))
  })
  return environment
}
