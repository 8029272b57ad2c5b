import type { DeclaredModule } from '../names/declare-module.ts'
import type { Body } from './body.ts'
import type { CheckedModule } from './checked-program.ts'
import { checkAgent } from './declarations/check-agent.ts'
import { checkWorkflow } from './declarations/check-workflow.ts'
import { noFacts } from './facts.ts'

/** Checks the bodies of a file whose names are resolved. */
export function checkModule(module: DeclaredModule, isEntry: boolean): CheckedModule {
  const { loaded, names, scope, declared } = module
  const facts = noFacts()
  const bodies: Body[] = []
  for (const [declaration, symbol] of declared) {
    if (declaration.damaged) continue
    if (symbol.kind === 'agent') bodies.push(checkAgent(symbol, names, loaded.source, facts))
    if (symbol.kind === 'workflow') bodies.push(checkWorkflow(symbol, names, loaded.source, facts))
  }
  void isEntry
  return { path: loaded.path, source: loaded.source, file: loaded.file, scope, facts }
}
