import { compileProgram, createMemoryReader } from '../../compiler/index.ts'
import type { AgentDefinition } from '../../compiler/index.ts'
import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import { callDesign } from './call-design.ts'

/** Every agent that some design can reach, by name: those that are called, and those that stand in workflows or as tools behind them. */
export function agentsOfDesigns(designs: DerivationSpecification): Readonly<Record<string, AgentDefinition>> {
  const agents: Record<string, AgentDefinition> = {}
  for (const callee of designs.callees) {
    const path = 'design.mas'
    const { parameters, result, name } = callee
    const given = parameters.map((parameter) => parameter.name).join(', ')
    const text = callDesign({ preamble: designs.preamble, workflow: { name: 'main', parameters, result } }, `${name}(${given})`)
    const compiled = compileProgram(path, createMemoryReader(new Map([[path, text]])))
    const graph = compiled.workflows.find((workflow) => workflow.name === 'main')?.compiled
    if (graph?.kind === 'graph') for (const agent of Object.values(graph.graph.agents)) agents[agent.name] = agent
  }
  return agents
}
