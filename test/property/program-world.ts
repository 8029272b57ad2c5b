import type { AgentDefinition, Graph, ToolDefinition, Type, Value } from '../../compiler/index.ts'
import { stableHash } from '../../runtime/index.ts'
import type { ModelOutcome, ModelRequest, ToolImplementation } from '../../runtime/index.ts'
import { allNodes } from '../compiler/compile/compile-source.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { failure, reply, toolCalls } from '../runtime/mock-model.ts'
import type { MadeCall } from '../runtime/sequential-meaning.ts'
import { askedCalls } from './asked-calls.ts'
import { valueOfType } from './value-of-type.ts'

/** Called before each answer: where a scheduler chooses who goes on. */
export type Wait = (label: string) => Promise<unknown>

/**
 * Models and tools around one run of a program. What a call answers is decided by its node, its inputs and the seed; what an impure
 * tool answers the workflow depends on the impure calls before it too, so that their order shows in every value.
 */
export class ProgramWorld {
  /** Impure calls of the workflow, in the order they were made. */
  readonly written: string[] = []
  /** Requests of each node, in its order. */
  readonly asked = new Map<string, ModelRequest[]>()
  /** Tools that models called, by the agent call. */
  readonly used = new Map<string, string[]>()
  readonly #graph: Graph
  readonly #seed: number
  readonly #failureRate: number
  readonly #toolNodes: ReadonlySet<string>

  constructor(graph: Graph, seed: number, failureRate: number) {
    this.#graph = graph
    this.#seed = seed
    this.#failureRate = failureRate
    const nodes = allNodes(graph.body).filter(({ node }) => node.kind === 'tool')
    this.#toolNodes = new Set(nodes.map(({ node }) => node.instance))
  }

  /** What a call comes to in the end, without the conversation that led there. */
  answer({ node, kind, callee, inputs }: MadeCall): { readonly value: Value } | null {
    if (kind === 'agent') return this.#value(definitionOf(this.#graph.agents, callee).result, node, inputs)
    const { pure, result } = definitionOf(this.#graph.tools, callee)
    if (pure) return this.#value(result, node, inputs)
    return this.#value(result, node, inputs, this.written.push(`${node} ${JSON.stringify(inputs)}`))
  }

  /** Talks first: calls tools, and answers what does not fit where it may be repaired. */
  reply(request: ModelRequest): ModelOutcome {
    const { node, agent, attempt, turn, tools, output } = request
    const before = this.asked.get(node) ?? []
    this.asked.set(node, [...before, request])
    const draw = this.#draw('talk', node, attempt, turn)
    if (tools.length > 0 && draw(2) === 0) {
      return toolCalls(...askedCalls(request, draw))
    }
    const repairs = Object.values(this.#graph.agents).find(({ name }) => name === agent.name)?.repairs ?? 0
    if (output.kind === 'json' && attempt <= repairs && draw(3) === 0) return reply('nonsense')
    const answer = this.#value(agent.result, node, agent.inputs.map(({ value }) => value))
    if (answer === null) return draw(2) === 0 ? failure() : reply('', { finish: 'refusal' })
    if (output.kind !== 'json') return reply(String(answer.value))
    return reply(JSON.stringify(output.wrapped ? answer : answer.value))
  }

  tools(wait: Wait): ReadonlyMap<string, ToolImplementation> {
    return new Map(
      Object.entries(this.#graph.tools).map(([id, definition]) => [definition.from, this.#tool(id, definition, wait)]),
    )
  }

  #tool(id: string, { name, parameters, result }: ToolDefinition, wait: Wait): ToolImplementation {
    return {
      call: async (given, { node }) => {
        const inputs = parameters.map((parameter) => given[parameter.name] ?? null)
        const ofWorkflow = this.#toolNodes.has(node.replace(/\[\d+\]/g, '[*]'))
        const caller = node.slice(0, node.lastIndexOf('/'))
        if (!ofWorkflow) this.used.set(caller, [...(this.used.get(caller) ?? []), `${name} ${JSON.stringify(inputs)}`])
        const answer = ofWorkflow ? this.answer({ node, kind: 'tool', callee: id, inputs }) : this.#value(result, node, inputs)
        await wait(node)
        return answer === null ? { kind: 'failed', message: 'no' } : { kind: 'ok', value: answer.value }
      },
    }
  }

  #value(type: Type, node: string, inputs: readonly Value[], before = 0): { readonly value: Value } | null {
    const draw = this.#draw(node, JSON.stringify(inputs), before)
    return draw(1_000) < 1_000 * this.#failureRate ? null : { value: valueOfType(type, draw) }
  }

  #draw(...parts: readonly (string | number)[]): (below: number) => number {
    const random = randomNumbers(stableHash(this.#seed, ...parts))
    return (below) => Math.floor(random() * below)
  }
}

function definitionOf<Definition extends AgentDefinition | ToolDefinition>(
  definitions: Readonly<Record<string, Definition>>,
  id: string,
): Definition {
  const definition = definitions[id]
  if (definition === undefined) throw new Error(`the graph has no ${id}`)
  return definition
}
