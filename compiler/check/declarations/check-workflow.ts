import { duplicatesMessages } from '../../diagnostics/duplicates-messages.ts'
import { builtins } from '../../builtins/index.ts'
import type { ModuleNames } from '../../names/module-names.ts'
import { workflowTypeScope } from '../../names/declare-workflow.ts'
import { intType } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { WorkflowSymbol } from '../checked-program.ts'
import { checkBudget } from './check-budget.ts'
import type { GrowingFacts } from '../facts.ts'
import { emptyEnvironment, withLocal } from '../flow/environment.ts'
import type { Environment } from '../flow/environment.ts'
import { expectReturns } from '../statements/check-return.ts'
import { checkStatements } from '../statements/check-statements.ts'
import { newLocal, refuseHiding } from '../statements/introduce.ts'

/** Checks a workflow's body against its signature. */
export function checkWorkflow(workflow: WorkflowSymbol, names: ModuleNames, source: string, facts: GrowingFacts): Body {
  const { declaration } = workflow
  const body: Body = {
    source,
    names,
    types: workflowTypeScope(declaration, names),
    report: names.report,
    facts,
    returns: { name: workflow.name, type: workflow.result },
    read: new Set(),
    reported: new Set(),
    texts: [],
    introduced: new Map(),
  }
  if (declaration.budget !== null) checkBudget(declaration.budget, names.path, names.report)
  checkStatements(declaration.body.statements, withParameters(workflow, body), body)
  expectReturns(declaration.body, body)
  return body
}

function withParameters({ declaration, parameters }: WorkflowSymbol, body: Body): Environment {
  let environment = emptyEnvironment
  declaration.parameters.forEach(({ name }, position) => {
    const signature = parameters[position]
    if (signature === undefined || environment.locals.has(name.text)) return
    refuseHiding(name, body)
    const isAgent = signature.type.kind === 'agent'
    if (isAgent && builtins.has(name.text)) body.report(duplicatesMessages.builtinName, { name: name.text }, name.range)
    const kind = signature.static ? 'static' : isAgent ? 'agent' : 'value'
    environment = withLocal(environment, newLocal(kind, name, signature.static ? intType : signature.type, environment))
  })
  return environment
}
