import type { AgentDefinition, Block, Carried, Graph, Node, Pure, ToolDefinition } from '../../graph/index.ts'
import { failsByCallsOnly, votesOn } from '../../optimise/index.ts'
import {
  boolType,
  intType,
  isTooLarge,
  listOf,
  neverType,
  sizeFits,
  sizeNumber,
  stringType,
  typePartLimit,
  typeText,
  unknownType,
  withoutNone,
} from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName } from '../shown.ts'
import { placedBlocksOf } from '../structure/visit-nodes.ts'
import type { PlacedBlock } from '../structure/visit-nodes.ts'
import type { CarriedTypes } from './carried-types.ts'
import { ExpressionTypes } from './expression-types.ts'
import { Knowledge } from './knowledge.ts'
import { combined, outcomesOf } from './outcomes.ts'
import { fits, join, joinEach } from './text-types.ts'

/** What a pass does with the values that a loop hands on: make room for them, take back room, or say that they do not fit. */
export type PassKind = 'widen' | 'narrow' | 'report'

type Loop = Extract<Node, { kind: 'repeat' | 'for' }>
type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>

/** A loop being gone through: what its first values and the rounds so far hand on. */
interface OpenLoop {
  readonly carried: readonly Carried[]
  readonly handedOn: Type[]
}

/** One pass over a graph: the type of every value, in the order in which the nodes would run. */
export class GraphTypes {
  readonly #graph: Graph
  readonly #votes: ReturnType<typeof votesOn>
  readonly #carried: CarriedTypes
  readonly #kind: PassKind
  readonly #expressions: ExpressionTypes
  readonly #loops: OpenLoop[] = []

  constructor(graph: Graph, carried: CarriedTypes, kind: PassKind, problems: ProblemList) {
    this.#graph = graph
    this.#votes = votesOn(graph.body)
    this.#carried = carried
    this.#kind = kind
    this.#expressions = new ExpressionTypes({ types: new Map(), outcomes: new Map() }, problems)
  }

  check(): void {
    const { parameters, body, result } = this.#graph
    for (const { value, type } of parameters) this.#set(value, type)
    const [type = neverType] = this.#block({ block: body, place: '/body' }, new Knowledge())
    if (!fits(type, result)) this.#mismatch(pointerTo('/body', 'outputs', 0), type, 'the result', result)
  }

  #set(value: string, type: Type): void {
    this.#expressions.values.types.set(value, type)
  }

  #mismatch(place: string, type: Type, what: string, wanted: Type): void {
    this.#expressions.report(place, `This is \`${typeText(type)}\`; ${what} takes \`${typeText(wanted)}\`.`)
  }

  /** The types of the outputs; `never` where the run does not come to the end of the block. */
  #block({ block, place }: PlacedBlock, knowledge: Knowledge): readonly Type[] {
    const { nodes, outputs }: Block = block
    nodes.forEach((node, position) => {
      if (knowledge.isReachable) this.#node(node, pointerTo(place, 'nodes', position), knowledge)
    })
    return outputs.map((output, position) => this.#expressions.typeOf(output, pointerTo(place, 'outputs', position), knowledge))
  }

  #node(node: Node, place: string, knowledge: Knowledge): void {
    const expect = (pure: Pure, field: string, wanted: Type, what: string): Type =>
      this.#expressions.expect(pure, pointerTo(place, field), wanted, what, knowledge)
    switch (node.kind) {
      case 'agent':
        this.#call(node, this.#graph.agents[node.agent], place, knowledge)
        return
      case 'tool':
        this.#call(node, this.#graph.tools[node.tool], place, knowledge)
        return
      case 'compute': {
        const type = this.#expressions.typeOf(node.expression, pointerTo(place, 'expression'), knowledge)
        this.#set(node.result, this.#ofBoundedSize(type, place))
        return
      }
      case 'assert':
        expect(node.condition, 'condition', boolType, '`assert`')
        if (node.message !== null) expect(node.message, 'message', stringType, 'a message')
        knowledge.learn(this.#outcomes(node.condition).yes)
        return
      case 'stop':
        this.#stop(node, place, knowledge)
        return
      case 'if': {
        expect(node.condition, 'condition', boolType, '`if`')
        const { yes, no } = this.#outcomes(node.condition)
        this.#branches(node, place, [knowledge.inside(yes), knowledge.inside(no)], knowledge)
        return
      }
      case 'match':
        this.#match(node, place, knowledge)
        return
      case 'repeat':
        this.#loop(node, place, knowledge, knowledge.inside())
        return
      case 'for': {
        this.#items(node, place, knowledge)
        this.#loop(node, place, knowledge, knowledge.inside())
        return
      }
      case 'each': {
        const size = this.#items(node, place, knowledge)
        this.#set(node.result, listOf(this.#onlyOutput(node, place, knowledge.inside()), size))
        return
      }
      case 'sample': {
        this.#certainVote(node, place)
        this.#set(node.result, listOf(this.#onlyOutput(node, place, knowledge.inside()), sizeNumber(node.count)))
        return
      }
      case 'otherwise': {
        const types = placedBlocksOf(node, place).map((block) => this.#block(block, knowledge.inside())[0] ?? neverType)
        this.#set(node.result, this.#ofBoundedSize(joinEach(types) ?? this.#apart(place, types), place))
        return
      }
      case 'lazy':
        this.#lazy(node, place, knowledge)
    }
  }

  #outcomes(condition: Pure) {
    return outcomesOf(condition, this.#expressions.values.outcomes)
  }

  /** A type that holds another one twice doubles with every node. */
  #ofBoundedSize(type: Type, place: string): Type {
    return isTooLarge(type)
      ? this.#expressions.report(place, `The type of this value has more than ${typePartLimit} parts.`)
      : type
  }

  #apart(place: string, types: readonly Type[]): Type {
    const texts = [...new Set(types.map((type) => `\`${typeText(type)}\``))].join(' and ')
    return this.#expressions.report(place, `Its blocks hand on ${texts}, which have no common type.`)
  }

  #call(
    node: NodeOf<'agent' | 'tool'>,
    definition: AgentDefinition | ToolDefinition | undefined,
    place: string,
    knowledge: Knowledge,
  ): void {
    if (definition === undefined) return
    definition.parameters.forEach(({ name, type }, position) => {
      const argument = node.arguments[position]
      const what = `${shownName(name)} of ${shownName(definition.name)}`
      if (argument !== undefined)
        this.#expressions.expect(argument, pointerTo(place, 'arguments', position), type, what, knowledge)
    })
    this.#set(node.result, definition.result)
  }

  #stop(node: NodeOf<'stop'>, place: string, knowledge: Knowledge): void {
    this.#expressions.expect(node.condition, pointerTo(place, 'condition'), boolType, '`stop`', knowledge)
    const { yes, no } = this.#outcomes(node.condition)
    const leaving = knowledge.inside(yes)
    const loop = this.#loops.at(-1)
    node.carried.forEach((pure, position) => {
      const at = pointerTo(place, 'carried', position)
      this.#handOn(loop, position, this.#expressions.typeOf(pure, at, leaving), at)
    })
    knowledge.learn(no)
  }

  #branches(node: NodeOf<'if' | 'match'>, place: string, inner: readonly Knowledge[], knowledge: Knowledge): void {
    const outputs = placedBlocksOf(node, place).map((block, position) =>
      this.#block(block, inner[position] ?? knowledge.inside()),
    )
    node.results.forEach((result, position) => {
      const types = outputs.map((types) => types[position] ?? neverType)
      this.#set(result, this.#ofBoundedSize(joinEach(types) ?? this.#apart(place, types), place))
    })
    knowledge.merge(inner)
  }

  #match(node: NodeOf<'match'>, place: string, knowledge: Knowledge): void {
    const at = pointerTo(place, 'subject')
    const subject = this.#expressions.typeOf(node.subject, at, knowledge)
    const members = node.arms.map(({ member }) => member)
    if (subject.kind === 'enum') {
      const missing = members.includes(null) ? [] : subject.members.filter((member) => !members.includes(member))
      if (missing.length > 0) {
        const remedy = 'Add an arm for each, or one with the member `null` for all others.'
        this.#expressions.report(pointerTo(place, 'arms'), `There is no arm for ${missing.map(shownName).join(', ')}.`, remedy)
      }
    } else if (subject.kind !== 'never' && subject.kind !== 'unknown') {
      this.#expressions.report(at, `This is \`${typeText(subject)}\`; \`match\` takes an enum.`)
    }
    this.#branches(
      node,
      place,
      node.arms.map(() => knowledge.inside()),
      knowledge,
    )
  }

  /** Sets the item and the index of a loop over a list; the most elements that the list may have. */
  #items(node: NodeOf<'for' | 'each'>, place: string, knowledge: Knowledge) {
    const at = pointerTo(place, 'list')
    const list = this.#expressions.typeOf(node.list, at, knowledge)
    const isSilent = list.kind === 'never' || list.kind === 'unknown'
    if (list.kind !== 'list' && !isSilent) this.#expressions.report(at, `This is \`${typeText(list)}\`, which is no list.`)
    this.#set(node.item, list.kind === 'list' ? list.element : isSilent ? list : unknownType)
    if (node.index !== null) this.#set(node.index, intType)
    const maximum = sizeNumber(node.maximum)
    return list.kind === 'list' && sizeFits(list.size, maximum) ? list.size : maximum
  }

  /** Samples end early where the optimiser would end them: what is left of them is read by that one vote, and by nothing else. */
  #certainVote({ until, ordered, body, result }: NodeOf<'sample'>, place: string): void {
    if (until === undefined) return
    const vote = this.#votes.get(result)
    const isThatVote = vote?.selector === until.selector && vote.presentOnly === until.presentOnly
    if (isThatVote && !ordered && failsByCallsOnly(this.#graph, body)) return
    this.#expressions.report(pointerTo(place, 'until'), 'No vote over these samples alone can end them. Take `until` out.')
  }

  #onlyOutput(node: NodeOf<'each' | 'sample'>, place: string, knowledge: Knowledge): Type {
    const [body] = placedBlocksOf(node, place)
    const [type = neverType] = body === undefined ? [] : this.#block(body, knowledge)
    return this.#ofBoundedSize(type, place)
  }

  #loop(node: Loop, place: string, knowledge: Knowledge, inside: Knowledge): void {
    const loop: OpenLoop = { carried: node.carried, handedOn: node.carried.map(() => neverType) }
    node.carried.forEach(({ initial }, position) => {
      const at = pointerTo(place, 'carried', position, 'initial')
      this.#handOn(loop, position, this.#expressions.typeOf(initial, at, knowledge), at)
    })
    for (const { value } of node.carried) this.#set(value, this.#carried.of(value))
    this.#loops.push(loop)
    for (const body of placedBlocksOf(node, place)) {
      this.#block(body, inside).forEach((type, position) => {
        this.#handOn(loop, position, type, pointerTo(body.place, 'outputs', position))
      })
    }
    this.#loops.pop()
    node.carried.forEach(({ value }, position) => {
      if (this.#kind === 'narrow') this.#carried.narrow(value, loop.handedOn[position] ?? neverType)
      const result = node.results[position]
      if (result !== undefined) this.#set(result, this.#carried.of(value))
    })
  }

  /** A value of this type becomes the carried value of the next round, or the loop's result. */
  #handOn(loop: OpenLoop | undefined, position: number, type: Type, place: string): void {
    const carried = loop?.carried[position]
    if (loop === undefined || carried === undefined) return
    const before = this.#carried.of(carried.value)
    switch (this.#kind) {
      case 'widen':
        this.#carried.widen(carried.value, type)
        return
      case 'narrow':
        loop.handedOn[position] = join(loop.handedOn[position] ?? neverType, type) ?? before
        return
      case 'report':
        if (!fits(type, before)) this.#mismatch(place, type, `the carried value ${shownName(carried.value)}`, before)
    }
  }

  #lazy(node: NodeOf<'lazy'>, place: string, knowledge: Knowledge): void {
    const at = pointerTo(place, 'left')
    const { operator, left } = node
    const [right] = placedBlocksOf(node, place)
    if (right === undefined) return
    const [output] = right.block.outputs
    if (operator === '??') {
      const leftType = this.#expressions.typeOf(left, at, knowledge)
      const [rightType = neverType] = this.#block(right, knowledge.inside())
      const types = [withoutNone(leftType), rightType]
      this.#set(node.result, this.#ofBoundedSize(joinEach(types) ?? this.#apart(place, types), place))
      return
    }
    this.#expressions.expect(left, at, boolType, `\`${operator}\``, knowledge)
    const outcomes = this.#outcomes(left)
    const [rightType = neverType] = this.#block(right, knowledge.inside(operator === 'and' ? outcomes.yes : outcomes.no))
    if (!fits(rightType, boolType)) this.#mismatch(pointerTo(right.place, 'outputs', 0), rightType, `\`${operator}\``, boolType)
    this.#set(node.result, boolType)
    if (output !== undefined)
      this.#expressions.values.outcomes.set(node.result, combined(operator, outcomes, this.#outcomes(output)))
  }
}
