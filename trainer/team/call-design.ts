import { typeText } from '../../compiler/types/index.ts'
import type { DerivationSpecification } from '../../compiler/derivation/index.ts'

/** The design that returns one expression. */
export function callDesign({ preamble, workflow }: Pick<DerivationSpecification, 'preamble' | 'workflow'>, expression: string): string {
  const parameters = workflow.parameters.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')
  return `${preamble.trimEnd()}\n\nworkflow ${workflow.name}(${parameters}) -> ${typeText(workflow.result)} {\n  return ${expression}\n}\n`
}
