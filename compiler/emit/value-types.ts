import { builtins } from '../builtins/index.ts'
import type { Block, Graph, Node, Pure, ValueId } from '../graph/index.ts'
import { boolType, intType, noneType, numberType, stringType, unknownType, withoutNone } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import { joinLoosely, literalType } from './join-loosely.ts'
import { knowing, pathKey, presentWhere } from './knowledge.ts'
import type { Knowledge } from './knowledge.ts'

/** What types can be inferred from: a graph, or the parameters of a text. */
export type TypedGraph = Pick<Graph, 'parameters' | 'result' | 'body' | 'agents' | 'tools'>

/** The types of a graph's values, as TypeScript has to be told them: a graph itself has none. */
export class ValueTypes {
  readonly #graph: TypedGraph
  readonly #types = new Map<ValueId, Type>()
  readonly #members: ReadonlySet<string>

  constructor(graph: TypedGraph) {
    this.#graph = graph
    this.#members = membersIn(graph)
    for (const { value, type } of graph.parameters) this.#types.set(value, type)
    this.#block(graph.body, new Map())
  }

  typeOf(pure: Pure, knowledge: Knowledge): Type {
    const type = this.#declared(pure, knowledge)
    const key = pathKey(pure)
    return key !== null && knowledge.has(key) ? withoutNone(type) : type
  }

  /** Whether a text may stand for a member of an enum that a call or the workflow itself takes or gives. */
  isMember(text: string): boolean {
    return this.#members.has(text)
  }

  /** Defines a value that a text's `#each` makes. */
  define(id: ValueId, type: Type): void {
    this.#types.set(id, type)
  }

  #declared(pure: Pure, knowledge: Knowledge): Type {
    const of = (inner: Pure): Type => this.typeOf(inner, knowledge)
    switch (pure.kind) {
      case 'constant':
        if (pure.value === null) return noneType
        if (typeof pure.value === 'string') return literalType(pure.value)
        return typeof pure.value === 'boolean' ? boolType : numberType
      case 'value':
        return this.#types.get(pure.id) ?? unknownType
      case 'field': {
        const record = withoutNone(of(pure.of))
        return (record.kind === 'record' && record.fields.find(({ name }) => name === pure.name)?.type) || { kind: 'never' }
      }
      case 'index': {
        const list = withoutNone(of(pure.of))
        return list.kind === 'list' ? list.element : { kind: 'never' }
      }
      case 'list':
        return { kind: 'list', element: pure.items.map(of).reduce(joinLoosely, { kind: 'never' }), size: null }
      case 'record': {
        const spread = pure.spread === null ? null : withoutNone(of(pure.spread))
        const fields = new Map(spread?.kind === 'record' ? spread.fields.map(({ name, type }) => [name, type]) : [])
        for (const { name, value } of pure.fields) fields.set(name, of(value))
        return { kind: 'record', fields: [...fields].map(([name, type]) => ({ name, type })) }
      }
      case 'negate':
        return numberType
      case 'not':
      case 'and':
      case 'or':
        return boolType
      case 'binary':
        return '+-*/%'.includes(pure.operator) ? numberType : boolType
      case 'default':
        return joinLoosely(withoutNone(of(pure.left)), of(pure.right))
      case 'text':
        return stringType
      case 'builtin':
        return this.#builtin(pure, knowledge)
    }
  }

  #builtin(pure: Extract<Pure, { kind: 'builtin' }>, knowledge: Knowledge): Type {
    const inputs = pure.arguments.map((argument) => this.typeOf(argument, knowledge))
    const [left, right] = inputs
    if (pure.name === 'concat' && left !== undefined && right !== undefined) return joinLoosely(left, right)
    const form = builtins.get(pure.name)?.forms.find(({ parameters }) => parameters.length === inputs.length)
    const result = form?.result(inputs.map((type) => ({ type, size: null })))
    return result === undefined || result.kind === 'apart' ? unknownType : result
  }

  /** Infers a block's values; what is known at its end. */
  #block(block: Block, knowledge: Knowledge): Knowledge {
    let known = knowledge
    for (const node of block.nodes) {
      this.#node(node, known)
      if (node.kind === 'assert') known = knowing(known, presentWhere(node.condition, true), 'told')
      if (node.kind === 'stop') known = knowing(known, presentWhere(node.condition, false), 'told')
    }
    return known
  }

  #outputs(block: Block, knowledge: Knowledge): readonly Type[] {
    const known = this.#block(block, knowledge)
    return block.outputs.map((output) => this.typeOf(output, known))
  }

  #node(node: Node, known: Knowledge): void {
    switch (node.kind) {
      case 'agent':
        this.#types.set(node.result, this.#graph.agents[node.agent]?.result ?? unknownType)
        return
      case 'tool':
        this.#types.set(node.result, this.#graph.tools[node.tool]?.result ?? unknownType)
        return
      case 'compute':
        this.#types.set(node.result, this.typeOf(node.expression, known))
        return
      case 'assert':
      case 'stop':
        return
      case 'if': {
        const then = this.#outputs(node.then, knowing(known, presentWhere(node.condition, true), 'told'))
        const otherwise = this.#outputs(node.else, knowing(known, presentWhere(node.condition, false), 'told'))
        this.#merge(node.results, [then, otherwise])
        return
      }
      case 'match':
        this.#merge(
          node.results,
          node.arms.map(({ block }) => this.#outputs(block, known)),
        )
        return
      case 'otherwise':
        this.#merge([node.result], [this.#outputs(node.attempt, known), this.#outputs(node.fallback, known)])
        return
      case 'lazy': {
        const left = this.typeOf(node.left, known)
        const keys = node.operator === '??' ? [] : presentWhere(node.left, node.operator === 'and')
        const right = this.#outputs(node.right, knowing(known, keys, 'told'))
        this.#merge([node.result], [[node.operator === '??' ? withoutNone(left) : left], right])
        return
      }
      case 'each': {
        this.#item(node, known)
        this.#list(node.result, this.#outputs(node.body, known))
        return
      }
      case 'sample':
        this.#list(node.result, this.#outputs(node.body, known))
        return
      case 'repeat':
      case 'for':
        this.#loop(node, known)
    }
  }

  #item(node: Extract<Node, { kind: 'each' | 'for' }>, known: Knowledge): void {
    const list = withoutNone(this.typeOf(node.list, known))
    this.#types.set(node.item, list.kind === 'list' ? list.element : unknownType)
    if (node.index !== null) this.#types.set(node.index, intType)
  }

  #list(result: ValueId, [element = unknownType]: readonly Type[]): void {
    this.#types.set(result, { kind: 'list', element, size: null })
  }

  /** What a loop carries has the type of its first value and of every next one: inferred until nothing changes. */
  #loop(node: Extract<Node, { kind: 'repeat' | 'for' }>, known: Knowledge): void {
    if (node.kind === 'for') this.#item(node, known)
    let types = node.carried.map(({ initial }) => this.typeOf(initial, known))
    for (let before = ''; before !== JSON.stringify(types); ) {
      before = JSON.stringify(types)
      node.carried.forEach(({ value }, position) => this.#types.set(value, types[position] ?? unknownType))
      const next = [this.#outputs(node.body, known), ...this.#stops(node.body, known)]
      types = types.map((type, position) => {
        return this.#widened(next.reduce((joined, outputs) => joinLoosely(joined, outputs[position] ?? type), type))
      })
    }
    node.results.forEach((result, position) => this.#types.set(result, types[position] ?? unknownType))
  }

  /** What the stops of a loop's body carry. */
  #stops(block: Block, known: Knowledge): readonly (readonly Type[])[] {
    return block.nodes.flatMap((node) => {
      if (node.kind === 'stop') return [node.carried.map((carried) => this.typeOf(carried, known))]
      if (node.kind === 'if') return [...this.#stops(node.then, known), ...this.#stops(node.else, known)]
      return node.kind === 'match' ? node.arms.flatMap((arm) => this.#stops(arm.block, known)) : []
    })
  }

  #merge(results: readonly ValueId[], outputs: readonly (readonly Type[])[]): void {
    results.forEach((result, position) => {
      const joined = outputs.map((types) => types[position] ?? unknownType).reduce(joinLoosely, { kind: 'never' })
      this.#types.set(result, this.#widened(joined))
    })
  }

  /** A variable that holds a text that is no member of any enum may hold every text. */
  #widened(type: Type): Type {
    switch (type.kind) {
      case 'enum':
        return type.id !== '' || type.members.every((member) => this.isMember(member)) ? type : stringType
      case 'optional':
        return { kind: 'optional', inner: this.#widened(type.inner) }
      case 'list':
        return { ...type, element: this.#widened(type.element) }
      case 'record':
        return { kind: 'record', fields: type.fields.map((field) => ({ name: field.name, type: this.#widened(field.type) })) }
      default:
        return type
    }
  }
}

/** The members of all enums that the graph's calls, inputs and result are made of. */
function membersIn({ parameters, result, agents, tools }: TypedGraph): ReadonlySet<string> {
  const members = new Set<string>()
  const callables = [{ parameters, result }, ...Object.values(agents), ...Object.values(tools)]
  const pending = callables.flatMap((callable) => [...callable.parameters.map(({ type }) => type), callable.result])
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    if (type.kind === 'enum') for (const member of type.members) members.add(member)
    if (type.kind === 'optional') pending.push(type.inner)
    if (type.kind === 'list') pending.push(type.element)
    if (type.kind === 'record') pending.push(...type.fields.map((field) => field.type))
  }
  return members
}
