import { isImpure, nodeReads, pureReads, resultsOf } from '../graph/index.ts'
import type { Block, Graph, Node, Pure, ValueId } from '../graph/index.ts'
import { isOptional } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import { awaitedNodes } from './awaited-nodes.ts'
import { canFail } from './can-fail.ts'
import { Identifiers, objectText } from './identifiers.ts'
import { pathKey } from './knowledge.ts'
import { Lines, indented } from './lines.ts'
import { liveValues } from './live-values.ts'
import { stringLiteral } from './literals.ts'
import type { Scope, Variable } from './scope.ts'
import type { TypeTexts } from './type-texts.ts'
import { ValueTypes } from './value-types.ts'
import { resultName } from './variable-names.ts'
import { learned, writeAs, writeExpression } from './write-expression.ts'

/** What the code of a workflow is written with. */
export interface ModuleNames {
  readonly graph: Graph
  readonly typeTexts: TypeTexts
  /** The constants of the module that hold agents and tools, by id in the graph. */
  readonly agents: ReadonlyMap<string, string>
  readonly tools: ReadonlyMap<string, string>
}

type RegionNode = Extract<Node, { kind: 'if' | 'match' | 'repeat' | 'for' }>

/** Where in a function code stands. */
interface Place {
  readonly scope: Scope
  readonly lines: Lines
  /** The variable that holds the block's steps. */
  readonly steps: string
  /** The budgets that the steps are on account of. */
  readonly budgets: readonly number[]
  /** Promises begun here that nothing has waited for. */
  readonly open: Set<string>
  /** Whether the block is a branch, which ends when all that was begun in it has ended. */
  readonly isBranch: boolean
  /** Whether any step of the round was begun without waiting for it. */
  readonly round: { hasBegun: boolean }
  /** The variables that the innermost loop carries, in order; `null` for what nothing reads. */
  readonly carried: readonly (string | null)[]
}

/** Writes the body of a workflow: the code of the function that takes its steps and its inputs. */
export function writeWorkflowBody(module: ModuleNames, inputs: readonly string[], identifiers: Identifiers): string {
  return new BlockWriter(module, identifiers).body(inputs)
}

class BlockWriter {
  readonly #module: ModuleNames
  readonly #names: Identifiers
  readonly #types: ValueTypes
  readonly #compared = new Set<string>()
  /** How often each value is read. */
  readonly #read: ReadonlyMap<ValueId, number>
  /** The promises that each waits for. */
  readonly #sources = new Map<string, readonly string[]>()

  constructor(module: ModuleNames, identifiers: Identifiers) {
    this.#module = module
    this.#names = new Identifiers(identifiers)
    this.#types = new ValueTypes(module.graph)
    this.#read = liveValues(module.graph.body)
  }

  body(inputs: readonly string[]): string {
    const { graph } = this.#module
    const fields: (readonly [string, string])[] = []
    const variables = new Map<ValueId, Variable>()
    for (const { name, value } of graph.parameters) {
      const identifier = this.#names.take(name)
      variables.set(value, { kind: 'plain', name: identifier, isConstant: true })
      if (this.#read.has(value)) fields.push([name, identifier])
    }
    const scope: Scope = { types: this.#types, names: this.#names, compared: this.#compared, variables, knowledge: new Map() }
    const own = graph.budgets.findIndex(({ path }) => path === graph.workflow)
    const lines = new Lines()
    this.#returning(graph.body, { scope, lines, steps: 'at', budgets: own < 0 ? [] : [own], open: new Set(), round: { hasBegun: false }, isBranch: false, carried: [] })
    const pattern = fields.length === 0 ? '' : `, { ${fields.map(([name, id]) => (name === id ? name : `${name}: ${id}`)).join(', ')} }: ${inputs.join('')}`
    return `async (${usesSteps(lines.text) ? 'at' : pattern === '' ? '' : '_at'}${pattern}) => {\n  ${indented(lines.text)}\n}`
  }

  /** Statements that end by returning the block's outputs. */
  #returning(block: Block, place: Place): void {
    const last = block.nodes.at(-1)
    const [output] = block.outputs
    const isTail =
      (last?.kind === 'if' || last?.kind === 'match') &&
      block.outputs.length === 1 &&
      output?.kind === 'value' &&
      last.results.length === 1 &&
      last.results[0] === output.id
    if (isTail) {
      this.#nodes({ ...block, nodes: block.nodes.slice(0, -1) }, block, place)
      const steps = this.#stepsFor(last, place, new Map())
      this.#makePlain(nodeReads(last), place)
      this.#waitIfImpure(last, { ...place, steps })
      this.#branches(last, { ...place, steps }, false, (inner, arm) => {
        this.#returning(arm, inner)
      })
      return
    }
    const call = last?.kind === 'agent' || last?.kind === 'tool' || last?.kind === 'compute' ? last : null
    const isBare = call?.kind === 'compute' && !canFail(call.expression)
    if (call !== null && !isBare && block.outputs.length === 1 && output?.kind === 'value' && output.id === call.result) {
      this.#nodes({ ...block, nodes: block.nodes.slice(0, -1) }, block, place)
      const steps = this.#stepsFor(call, place, new Map())
      this.#makePlain(nodeReads(call), place)
      place.lines.add(`return ${this.#started(call, { ...place, steps })}`)
      return
    }
    this.#nodes(block, block, place)
    place.lines.add(...this.#returnText(block.outputs, place))
  }

  #returnText(outputs: readonly Pure[], place: Place): readonly string[] {
    this.#makePlain(readsOf(outputs), place)
    if (outputs.length === 0) return []
    const [only] = outputs
    const moved = outputs.length === 1 && only !== undefined ? this.#moved(only, place) : null
    const texts = outputs.map((output) => moved ?? this.#output(output, place))
    return [texts.length === 1 ? `return ${texts[0] ?? ''}` : `return [${texts.join(', ')}] as const`]
  }

  #output(output: Pure, { scope }: Place): string {
    return writeAs(output, scope.types.typeOf(output, scope.knowledge), scope, { literal: true })
  }

  #nodes(block: Block, whole: Block, place: Place): void {
    const awaited = awaitedNodes(whole, this.#module.graph.tools)
    const views = new Map<number, string>()
    for (const [position, node] of block.nodes.entries()) {
      const steps = this.#stepsFor(node, place, views)
      this.#node(node, { ...place, steps, budgets: node.budgets }, awaited.has(node))
      for (const [budget, view] of views) {
        if (block.nodes.slice(position + 1).some((later) => later.budgets.includes(budget))) continue
        if (!place.budgets.includes(budget)) place.lines.add(`${view}.close()`)
        views.delete(budget)
      }
    }
  }

  /** The steps on account of the node's budgets: those of workflows written out here are begun at their first node. */
  #stepsFor(node: Node, place: Place, views: Map<number, string>): string {
    let steps = place.steps
    for (const budget of node.budgets) {
      if (place.budgets.includes(budget)) continue
      const known = views.get(budget)
      if (known !== undefined) {
        steps = known
        continue
      }
      const scope = this.#module.graph.budgets[budget]
      if (scope === undefined) continue
      const view = this.#names.take(`${scope.workflow}Steps`)
      const limits = Object.entries({ tokens: scope.tokens, seconds: scope.seconds }).flatMap(([name, limit]) =>
        limit === null ? [] : [[name, String(limit)] as const],
      )
      const fields = [['path', stringLiteral(scope.path)], ['workflow', stringLiteral(scope.workflow)], ...limits] as const
      place.lines.add(`const ${view} = ${steps}.budget(${objectText(fields)})`)
      views.set(budget, view)
      steps = view
    }
    return steps
  }

  #node(node: Node, place: Place, isAwaited: boolean): void {
    const { scope, lines } = place
    const promised = this.#promisedIn(node.kind === 'stop' ? readsOf([node.condition]) : nodeReads(node), scope)
    const isDecided = node.kind === 'assert' || node.kind === 'stop' || (node.kind === 'compute' && promised.length === 0)
    if (isAwaited || isDecided) {
      this.#makePlain(node.kind === 'stop' ? readsOf([node.condition]) : nodeReads(node), place)
      this.#inLine(node, place)
      return
    }
    const results = this.#liveResults(node)
    const [only] = results
    if (only === undefined && !place.isBranch) {
      lines.add(`void ${this.#begun(node, place, promised)}`)
      place.round.hasBegun = true
      return
    }
    const name = this.#names.take(`${only === undefined ? 'unread' : resultName(node, this.#module.graph, only)}Later`)
    lines.add(`const ${name} = ${this.#begun(node, place, promised)}`)
    place.open.add(name)
    this.#sources.set(
      name,
      promised.map((source) => source.name),
    )
    place.round.hasBegun = true
    results.forEach((id, position) => {
      const wantedName = resultName(node, this.#module.graph, id)
      scope.variables.set(id, { kind: 'promised', name, index: results.length === 1 ? null : position, wanted: wantedName })
    })
  }

  /** The results that something reads. */
  #liveResults(node: Node): readonly ValueId[] {
    return resultsOf(node).filter((id) => this.#read.has(id))
  }

  /** A node that is begun and not waited for: when the values that it reads are there. */
  #begun(node: Node, place: Place, promised: readonly Extract<Variable, { kind: 'promised' }>[]): string {
    const isOrdered = node.kind !== 'tool' && isImpure(node, this.#module.graph.tools)
    if (promised.length === 0 && !isOrdered) return this.#started(node, place)
    const inner: Place = { ...place, steps: 'at', scope: { ...place.scope, variables: new Map(place.scope.variables) } }
    const sources = [...new Set(promised.map(({ name }) => name))]
    const parameters = sources.map((source) => {
      const entries = [...inner.scope.variables].filter(([, variable]) => variable.kind === 'promised' && variable.name === source)
      const names = entries.map(([id, variable]) => {
        const name = this.#names.take(variable.kind === 'promised' ? variable.wanted : 'value')
        inner.scope.variables.set(id, { kind: 'plain', name, isConstant: true })
        return [variable.kind === 'promised' ? variable.index : null, name] as const
      })
      const [first] = names
      if (first?.[0] === null) return first[1]
      const reads = nodeReads(node)
      const read = new Map(names.filter((_, at) => reads.has(entries[at]?.[0] ?? '')).map(([index, name]) => [index, name]))
      const last = Math.max(...[...read.keys()].map((index) => index ?? 0))
      return `[${Array.from({ length: last + 1 }, (_, index) => read.get(index) ?? '').join(', ')}]`
    })
    const method = isOrdered ? 'inOrder' : 'after'
    const body = this.#started(node, inner)
    return `${place.steps}.${method}([${sources.join(', ')}], (${['at', ...parameters].join(', ')}) => ${body})`
  }

  /** The expression that begins a node whose values are there: a promise of its result, or of a list of its results. */
  #started(node: Node, place: Place): string {
    const { steps, scope } = place
    const { graph, agents, tools } = this.#module
    const instance = stringLiteral(node.instance)
    switch (node.kind) {
      case 'agent': {
        const definition = graph.agents[node.agent]
        const inputs = this.#inputs(definition?.parameters ?? [], node.arguments, scope)
        return `${steps}.call(${instance}, ${agents.get(node.agent) ?? ''}, ${inputs})`
      }
      case 'tool': {
        const inputs = this.#inputs(graph.tools[node.tool]?.parameters ?? [], node.arguments, scope)
        return `${steps}.use(${instance}, ${tools.get(node.tool) ?? ''}, ${inputs})`
      }
      case 'compute':
        return this.#computed(node, place)
      case 'each': {
        const list = this.#given(node.list, scope)
        const loop = [['list', list], ['max', String(node.maximum)], ...this.#ordered(node.ordered)] as const
        const item = this.#names.take(node.item.replace(/\.\d+$/, ''))
        const index = node.index === null ? null : this.#names.take(node.index.replace(/\.\d+$/, ''))
        const variables = new Map<ValueId, Variable>([[node.item, { kind: 'plain', name: item, isConstant: true }]])
        if (node.index !== null && index !== null) variables.set(node.index, { kind: 'plain', name: index, isConstant: true })
        const parameters = [item, ...(index === null ? [] : [index])]
        return `${steps}.each(${instance}, ${objectText(loop)}, ${this.#callback(node.body, place, variables, parameters)})`
      }
      case 'sample': {
        const loop = [['count', String(node.count)], ...this.#ordered(node.ordered)] as const
        return `${steps}.sample(${instance}, ${objectText(loop)}, ${this.#callback(node.body, place)})`
      }
      case 'otherwise':
        return `${steps}.otherwise(${instance}, ${this.#callback(node.attempt, place)}, ${this.#callback(node.fallback, place)})`
      case 'lazy': {
        const method = node.operator === '??' ? 'default' : node.operator
        const knowledge = node.operator === '??' ? scope.knowledge : learned(scope, node.left, node.operator === 'and')
        const right = this.#callback(node.right, { ...place, scope: { ...scope, knowledge: told(scope, knowledge) } })
        return `${steps}.${method}(${instance}, ${this.#given(node.left, scope)}, ${right})`
      }
      case 'if':
      case 'match':
      case 'repeat':
      case 'for': {
        const lines = new Lines()
        const inner: Place = { ...place, lines, steps: 'at', open: new Set(), scope: { ...scope, variables: new Map(scope.variables) } }
        this.#inLine(node, inner)
        lines.add(...this.#returnText(this.#liveResults(node).map((id): Pure => ({ kind: 'value', id })), inner))
        return `${steps}.run(${instance}, async (at) => {\n  ${indented(lines.text)}\n})`
      }
      case 'assert':
      case 'stop':
        throw new Error('a decision is taken in line')
    }
  }

  #ordered(ordered: boolean): readonly (readonly [string, string])[] {
    return ordered ? [['ordered', 'true']] : []
  }

  #inputs(parameters: readonly { readonly name: string; readonly type: Type }[], given: readonly Pure[], scope: Scope): string {
    const fields = parameters.map(({ name, type }, position): readonly [string, string] => {
      const pure = given[position]
      return [name, pure === undefined ? 'null' : writeAs(pure, type, scope)]
    })
    return given.some(canFail) ? `() => (${objectText(fields)})` : objectText(fields)
  }

  /** A value, or a function that gives it where it may fail. */
  #given(pure: Pure, scope: Scope): string {
    const text = writeAs(pure, this.#types.typeOf(pure, scope.knowledge), scope, { literal: true })
    if (!canFail(pure)) return text
    return `() => ${pure.kind === 'record' ? `(${text})` : text}`
  }

  #computed(node: Extract<Node, { kind: 'compute' }>, { steps, scope }: Place): string {
    const text = writeAs(node.expression, this.#types.typeOf(node.expression, scope.knowledge), scope)
    const body = node.expression.kind === 'record' ? `(${text})` : text
    return `${steps}.value(${stringLiteral(node.instance)}, () => ${body})`
  }

  #callback(block: Block, place: Place, own: ReadonlyMap<ValueId, Variable> = new Map(), parameters: readonly string[] = []): string {
    const lines = new Lines()
    const scope: Scope = { ...place.scope, variables: new Map([...place.scope.variables, ...own]) }
    this.#returning(block, { scope, lines, steps: 'at', budgets: place.budgets, open: new Set(), round: { hasBegun: false }, isBranch: false, carried: [] })
    const all = [usesSteps(lines.text) ? 'at' : '_at', ...parameters.map((name) => (uses(lines.text, name) ? name : `_${name}`))]
    const list = all.slice(0, all.findLastIndex((name) => !name.startsWith('_') || parameters.includes(name)) + 1).join(', ')
    const only = lines.count === 1 ? /^return (?!\{)(?!.*\n)(.*)$/.exec(lines.text)?.[1] : undefined
    if (only !== undefined) return /^at\.(?!value\()/.test(only) ? `(${list}) => ${only}` : `async (${list}) => ${only}`
    return `async (${list}) => {\n  ${indented(lines.text)}\n}`
  }

  /** A node that the code waits for. */
  #inLine(node: Node, place: Place): void {
    const { lines, scope } = place
    switch (node.kind) {
      case 'compute': {
        if (!this.#read.has(node.result) && !canFail(node.expression)) return
        const isPlain = !canFail(node.expression)
        const type = this.#types.typeOf(node.expression, scope.knowledge)
        const text = isPlain ? writeAs(node.expression, type, scope, { literal: true }) : this.#computed(node, place)
        this.#declare(node.result, this.#read.has(node.result) ? resultName(node, this.#module.graph, node.result) : null, text, place)
        return
      }
      case 'assert': {
        const condition = writeExpression(node.condition, scope)
        const inner = { ...scope, knowledge: learned(scope, node.condition, false) }
        const message = node.message === null ? '' : `, () => ${writeExpression(node.message, inner)}`
        lines.add(`${place.steps}.assert(${stringLiteral(node.instance)}, () => ${condition}${message})`)
        this.#tell(node.condition, true, scope)
        return
      }
      case 'stop':
        this.#stop(node, place)
        return
      case 'if':
      case 'match':
        this.#waitIfImpure(node, place)
        this.#merging(node, place)
        return
      case 'repeat':
      case 'for':
        this.#waitIfImpure(node, place)
        this.#loop(node, place)
        return
      default: {
        const [result] = resultsOf(node)
        if (result === undefined) return
        const started =
          node.kind !== 'tool' && isImpure(node, this.#module.graph.tools) ? this.#begun(node, place, []) : this.#started(node, place)
        const name = this.#read.has(result) ? resultName(node, this.#module.graph, result) : null
        this.#declare(result, name, `await ${started}`, place)
      }
    }
  }

  #declare(id: ValueId, wanted: string | null, text: string, { lines, scope }: Place): void {
    if (wanted === null) {
      lines.add(text)
      return
    }
    const name = this.#names.take(wanted)
    lines.add(`const ${name} = ${text}`)
    scope.variables.set(id, { kind: 'plain', name, isConstant: true })
  }

  #tell(condition: Pure, outcome: boolean, scope: Scope): void {
    const before = scope.knowledge
    const keys = [...learned(scope, condition, outcome).keys()].filter((key) => !before.has(key))
    scope.knowledge = new Map([...before, ...keys.map((key) => [key, 'told' as const] as const)])
  }

  #waitIfImpure(node: Node, place: Place): void {
    if (isImpure(node, this.#module.graph.tools)) place.lines.add(`await ${place.steps}.earlier()`)
  }

  /** Every value becomes one that is there: what is still a promise is waited for. */
  #makePlain(reads: ReadonlySet<ValueId>, { scope, lines, open }: Place): void {
    for (const source of new Set(this.#promisedIn(reads, scope).map(({ name }) => name))) {
      const entries = [...scope.variables].filter(([id, variable]) => variable.kind === 'promised' && variable.name === source && this.#read.has(id))
      const names = entries.map(([id, variable]) => {
        const name = this.#names.take(variable.kind === 'promised' ? variable.wanted : 'value')
        scope.variables.set(id, { kind: 'plain', name, isConstant: true })
        return [variable.kind === 'promised' ? variable.index : null, name] as const
      })
      const [first] = names
      if (first?.[0] === null) {
        lines.add(`const ${first[1]} = await ${source}`)
      } else {
        const last = Math.max(...names.map(([index]) => index ?? 0))
        const byIndex = new Map(names)
        const pattern = Array.from({ length: last + 1 }, (_, index) => byIndex.get(index) ?? '').join(', ')
        lines.add(`const [${pattern}] = await ${source}`)
      }
      this.#close(source, open)
    }
  }

  /** The promise was waited for, and with it all that it waits for. */
  #close(source: string, open: Set<string>): void {
    const pending = [source]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (open.delete(next) || next === source) pending.push(...(this.#sources.get(next) ?? []))
    }
  }

  #promisedIn(reads: ReadonlySet<ValueId>, scope: Scope): readonly Extract<Variable, { kind: 'promised' }>[] {
    return [...reads].flatMap((id) => {
      const variable = scope.variables.get(id)
      return variable?.kind === 'promised' ? [variable] : []
    })
  }

  #condition(pure: Pure, node: Node, place: Place): string {
    const text = writeAs(pure, { kind: 'bool' }, place.scope)
    return canFail(pure) ? `${place.steps}.value(${stringLiteral(node.instance)}, () => ${text})` : text
  }

  /** What is known in a branch: TypeScript sees a condition that is written in line. */
  #inBranch(condition: Pure, outcome: boolean, scope: Scope): Scope {
    const variables = new Map(scope.variables)
    const knowledge = learned(scope, condition, outcome)
    if (!canFail(condition)) return { ...scope, variables, knowledge }
    return { ...scope, variables, knowledge: told(scope, knowledge) }
  }

  #merging(node: Extract<Node, { kind: 'if' | 'match' }>, place: Place): void {
    const { lines, scope } = place
    const read = node.results.map((id, position) => ({ id, position })).filter(({ id }) => this.#read.has(id))
    // Without an `else`, the names keep the values they have.
    const given = node.kind === 'if' && node.else.nodes.length === 0 ? node.else : null
    if (given !== null) this.#makePlain(readsOf(given.outputs), place)
    const unaware: Scope = node.kind === 'if' ? { ...scope, knowledge: told(scope, learned(scope, node.condition, false)) } : scope
    const isGiven = (arm: Block): boolean => arm === given
    const merged = read.map(({ id, position }) => {
      const name = this.#names.take(resultName(node, this.#module.graph, id))
      const first = given === null ? undefined : given.outputs[position]
      const start = first === undefined ? '' : ` = ${this.#assigned(first, { kind: 'value', id }, { ...place, scope: unaware })}`
      lines.add(`let ${name}: ${this.#typeText({ kind: 'value', id })}${start}`)
      return { id, name, position }
    })
    this.#branches(node, place, true, (inner, arm) => {
      this.#nodes(arm, arm, inner)
      const values = merged.map(({ position }) => arm.outputs[position]).filter((output) => output !== undefined)
      this.#makePlain(readsOf(values), inner)
      if (inner.open.size > 0) inner.lines.add(`await Promise.all([${[...inner.open].join(', ')}])`)
      for (const { id, name, position } of merged) {
        const output = arm.outputs[position]
        if (output !== undefined && !isGiven(arm)) inner.lines.add(`${name} = ${this.#moved(output, inner) ?? this.#assigned(output, { kind: 'value', id }, inner)}`)
      }
    })
    for (const { id, name } of merged) scope.variables.set(id, { kind: 'plain', name, isConstant: false })
  }

  #typeText(pure: Pure): string {
    return this.#module.typeTexts.typeText(this.#types.typeOf(pure, new Map()))
  }

  /** A value for a variable of the type of `target`; a constant is told that type, or TypeScript would narrow the variable. */
  #assigned(output: Pure, target: Pure, { scope }: Place): string {
    const type = this.#types.typeOf(target, new Map())
    const text = writeAs(output, type, scope)
    const isUnion = isOptional(type) || type.kind === 'enum' || type.kind === 'bool'
    return output.kind === 'constant' && isUnion ? `${text} as ${this.#module.typeTexts.typeText(type)}` : text
  }

  /** The expression of the line before, where the value was made there and is read nowhere else. */
  #moved(output: Pure, { lines, scope }: Place): string | null {
    if (output.kind !== 'value' || this.#read.get(output.id) !== 1) return null
    const variable = scope.variables.get(output.id)
    return variable?.kind === 'plain' ? lines.takeLast(`const ${variable.name} = `) : null
  }

  #branches(
    node: Extract<Node, { kind: 'if' | 'match' }>,
    place: Place,
    isMerging: boolean,
    write: (inner: Place, arm: Block) => void,
  ): void {
    const { lines, scope } = place
    const branch = (arm: Block, inner: Scope): void => {
      lines.inside(() => {
        write({ ...place, scope: { ...inner, variables: new Map(inner.variables) }, open: new Set(), isBranch: isMerging }, arm)
      })
    }
    if (node.kind === 'if') {
      const then = this.#inBranch(node.condition, true, scope)
      const otherwise = this.#inBranch(node.condition, false, scope)
      lines.add(`if (${this.#condition(node.condition, node, place)}) {`)
      branch(node.then, then)
      const before = lines.count
      lines.add('} else {')
      branch(node.else, otherwise)
      if (lines.count === before + 1) lines.dropLast()
      lines.add('}')
      return
    }
    let subject = canFail(node.subject) ? `${place.steps}.value(${stringLiteral(node.instance)}, () => ${writeExpression(node.subject, scope)})` : writeExpression(node.subject, scope)
    const key = pathKey(node.subject)
    if (key === null || this.#compared.has(key)) {
      const name = this.#names.take('subject')
      lines.add(`const ${name}: string = ${subject}`)
      subject = name
    }
    if (key !== null) this.#compared.add(key)
    node.arms.forEach(({ member, block }, position) => {
      const isLast = position === node.arms.length - 1
      const test = member === null || isLast ? '' : `if (${subject} === ${stringLiteral(member)}) `
      lines.add(position === 0 ? `${test}{` : `} else ${test}{`)
      branch(block, scope)
    })
    lines.add('}')
  }

  #stop(node: Extract<Node, { kind: 'stop' }>, place: Place): void {
    const { lines, scope } = place
    const leaving = this.#inBranch(node.condition, true, scope)
    const condition = this.#condition(node.condition, node, place)
    const body = new Lines()
    this.#assignCarried(node.carried, { ...place, lines: body, scope: leaving, open: new Set(place.open) })
    if (body.count === 0) {
      lines.add(`if (${condition}) break`)
    } else {
      lines.add(`if (${condition}) {`)
      lines.inside(() => {
        lines.add(body.text, 'break')
      })
      lines.add('}')
    }
    scope.knowledge = this.#inBranch(node.condition, false, scope).knowledge
  }

  /** The carried variables take their next values, all at once; no step that reads the present ones is still to begin. */
  #assignCarried(values: readonly Pure[], place: Place): void {
    const changes = values.flatMap((value, position) => {
      const name = place.carried[position]
      if (name === null || name === undefined) return []
      const variable = value.kind === 'value' ? place.scope.variables.get(value.id) : undefined
      return variable?.kind === 'plain' && variable.name === name ? [] : [{ name, value }]
    })
    if (changes.length === 0) return
    this.#makePlain(readsOf(changes.map(({ value }) => value)), place)
    if (place.round.hasBegun) place.lines.add(`await ${place.steps}.earlier()`)
    const [only] = changes
    const moved = changes.length === 1 && only !== undefined ? this.#moved(only.value, place) : null
    const texts = changes.map(({ value }) => moved ?? this.#output(value, place))
    if (changes.length === 1) place.lines.add(`${only?.name ?? ''} = ${texts[0] ?? ''}`)
    else place.lines.add(`;[${changes.map(({ name }) => name).join(', ')}] = [${texts.join(', ')}]`)
  }

  #loop(node: Extract<RegionNode, { kind: 'repeat' | 'for' }>, place: Place): void {
    const { lines, scope } = place
    const carried = node.carried.map(({ value, initial }, position) => {
      const result = node.results[position] ?? value
      if (!this.#read.has(value) && !this.#read.has(result)) return null
      const type = this.#typeText({ kind: 'value', id: value })
      const taken = initial.kind === 'value' && this.#read.get(initial.id) === 1 ? scope.variables.get(initial.id) : undefined
      if (taken?.kind === 'plain' && lines.restart(`const ${taken.name} = `, `let ${taken.name}: ${type} = `)) return taken.name
      const name = this.#names.take(resultName(node, this.#module.graph, result))
      lines.add(`let ${name}: ${type} = ${this.#assigned(initial, { kind: 'value', id: value }, place)}`)
      return name
    })
    const inner: Scope = { ...scope, variables: new Map(scope.variables) }
    node.carried.forEach(({ value }, position) => {
      const name = carried[position]
      if (name !== null && name !== undefined) inner.variables.set(value, { kind: 'plain', name, isConstant: false })
    })
    const round = this.#names.take('round')
    const bound = [round]
    const instance = stringLiteral(node.instance)
    const head = (): string => {
      if (node.kind === 'repeat') return `${place.steps}.repeat(${instance}, ${node.maximum})`
      const loop = [['list', this.#given(node.list, scope)], ['max', String(node.maximum)]] as const
      return `${place.steps}.for(${instance}, ${objectText(loop)})`
    }
    if (node.kind === 'for') {
      for (const id of [node.item, ...(node.index === null ? [] : [node.index])]) {
        const name = this.#names.take(id.replace(/\.\d+$/, ''))
        bound.push(name)
        inner.variables.set(id, { kind: 'plain', name, isConstant: true })
      }
    }
    const source = head()
    const body = new Lines()
    const at: Place = { ...place, scope: inner, lines: body, steps: round, open: new Set(), round: { hasBegun: false }, isBranch: false, carried }
    this.#nodes(node.body, node.body, at)
    this.#assignCarried(node.body.outputs, at)
    const names = bound.map((name) => (uses(body.text, name) ? name : `_${name}`))
    lines.add(`for await (const ${node.kind === 'for' ? `[${names.join(', ')}]` : (names[0] ?? round)} of ${source}) {`)
    lines.inside(() => {
      if (body.count > 0) lines.add(body.text)
    })
    lines.add('}')
    node.results.forEach((id, position) => {
      const name = carried[position]
      if (name !== null && name !== undefined) scope.variables.set(id, { kind: 'plain', name, isConstant: false })
    })
  }
}

/** The same knowledge, where TypeScript does not see how it came about. */
const told = (scope: Scope, knowledge: Scope['knowledge']): Scope['knowledge'] =>
  new Map([...knowledge].map(([key]) => [key, scope.knowledge.get(key) ?? 'told']))

const usesSteps = (text: string): boolean => /\bat\./.test(text)

const uses = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text)

function readsOf(pures: readonly Pure[]): ReadonlySet<ValueId> {
  const reads = new Set<ValueId>()
  for (const pure of pures) pureReads(pure, reads)
  return reads
}
