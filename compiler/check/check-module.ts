import type { DeclaredModule } from '../names/declare-module.ts'
import type { CheckedModule } from './checked-program.ts'
import { checkAgent } from './declarations/check-agent.ts'
import { checkWorkflow } from './declarations/check-workflow.ts'
import { noFacts } from './facts.ts'
import { warnAbout } from './warnings/warn-about.ts'
import type { CheckedBody } from './warnings/warn-about.ts'

/** Checks the bodies of a file whose names are resolved. */
export function checkModule(module: DeclaredModule, isEntry: boolean): CheckedModule {
  const { loaded, names, scope, declared } = module
  const { path, source, file, reporter } = loaded
  const facts = noFacts()
  const bodies = [...declared].flatMap(([declaration, symbol]): readonly CheckedBody[] => {
    if (declaration.damaged) return []
    switch (symbol.kind) {
      case 'agent':
        return [{ symbol, body: checkAgent(symbol, names, source, facts) }]
      case 'workflow':
        return [{ symbol, body: checkWorkflow(symbol, names, source, facts) }]
      case 'type':
      case 'enum':
      case 'tool':
        return []
    }
  })
  if (!reporter.hasErrors()) warnAbout(module, bodies, isEntry)
  return { path, source, file, scope, facts }
}
