import type { Block, Graph, Node, Value } from '../../compiler/index.ts'
import { evaluate } from '../../runtime/values/evaluate.ts'
import { expectList } from '../../runtime/values/expect-value.ts'
import { Failure } from '../../runtime/values/failure.ts'
import { Scope } from '../../runtime/values/scope.ts'
import type { Pure } from '../../compiler/index.ts'

/** A call of an agent or a tool, by its id in the graph. */
export interface MadeCall {
  readonly node: string
  readonly kind: 'agent' | 'tool'
  readonly callee: string
  readonly inputs: readonly Value[]
}

/** What a call answers; `null` where it fails. */
export type Answers = (call: MadeCall) => { readonly value: Value } | null

export type Meaning = { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'failed'; readonly node: string }

/** What a graph means: its nodes run one after another, in the order of the text. Written to be obvious, not fast. */
export function sequentialMeaning(graph: Graph, inputs: { readonly [name: string]: Value }, answers: Answers): Meaning {
  const scope = new Scope()
  for (const { name, value } of graph.parameters) scope.set(value, inputs[name] ?? null)
  try {
    return { kind: 'ok', value: runBlock(graph.body, { scope, indices: [], answers }, graph.workflow)[0] ?? null }
  } catch (thrown) {
    if (thrown instanceof NodeFailed) return { kind: 'failed', node: thrown.node }
    throw thrown
  }
}

interface At {
  readonly scope: Scope
  readonly indices: readonly number[]
  readonly answers: Answers
}

class NodeFailed extends Error {
  readonly node: string
  constructor(node: string) {
    super(node)
    this.node = node
  }
}

class Stopped extends Error {
  readonly carried: readonly Value[]
  constructor(carried: readonly Value[]) {
    super()
    this.carried = carried
  }
}

function runBlock(block: Block, at: At, owner: string): readonly Value[] {
  for (const node of block.nodes) runNode(node, at)
  return block.outputs.map((output) => compute(output, at, owner))
}

function runNode(node: Node, at: At): void {
  const { scope } = at
  const name = node.instance.split('[*]').reduce((front, piece, i) => `${front}[${at.indices[i - 1] ?? '?'}]${piece}`)
  const value = (pure: Pure): Value => compute(pure, at, name)
  const call = (kind: MadeCall['kind'], callee: string, inputs: readonly Pure[]): Value => {
    const answer = at.answers({ node: name, kind, callee, inputs: inputs.map(value) })
    if (answer === null) throw new NodeFailed(name)
    return answer.value
  }
  const define = (results: readonly string[], values: readonly Value[]): void => {
    results.forEach((result, i) => {
      scope.set(result, values[i] ?? null)
    })
  }
  const iteration = (index: number): At => ({ ...at, scope: new Scope(scope), indices: [...at.indices, index] })
  switch (node.kind) {
    case 'agent':
      return define([node.result], [call('agent', node.agent, node.arguments)])
    case 'tool':
      return define([node.result], [call('tool', node.tool, node.arguments)])
    case 'compute':
      return define([node.result], [value(node.expression)])
    case 'assert':
      if (value(node.condition) === false) throw new NodeFailed(name)
      return
    case 'stop':
      if (value(node.condition) === true) throw new Stopped(node.carried.map(value))
      return
    case 'if':
      return define(node.results, runBlock(value(node.condition) === true ? node.then : node.else, at, name))
    case 'match': {
      const subject = value(node.subject)
      const arm = node.arms.find(({ member }) => member === null || member === subject)
      return define(node.results, arm === undefined ? [] : runBlock(arm.block, at, name))
    }
    case 'otherwise':
      try {
        return define([node.result], runBlock(node.attempt, at, name))
      } catch (thrown) {
        if (!(thrown instanceof NodeFailed)) throw thrown
        return define([node.result], runBlock(node.fallback, at, name))
      }
    case 'lazy': {
      const left = value(node.left)
      const needed = node.operator === '??' ? left === null : left === (node.operator === 'and')
      return define([node.result], needed ? runBlock(node.right, at, name) : [left])
    }
    case 'repeat':
    case 'for': {
      const items = node.kind === 'for' ? expectList(value(node.list)) : Array.from({ length: node.maximum }, () => null)
      if (items.length > node.maximum) throw new NodeFailed(name)
      let carried = node.carried.map((one) => value(one.initial))
      for (const [i, item] of items.entries()) {
        const inner = iteration(i + 1)
        node.carried.forEach((one, position) => {
          inner.scope.set(one.value, carried[position] ?? null)
        })
        if (node.kind === 'for') setItem(node, inner.scope, item, i)
        try {
          carried = [...runBlock(node.body, inner, `${name}[${i + 1}]`)]
        } catch (thrown) {
          if (!(thrown instanceof Stopped)) throw thrown
          carried = [...thrown.carried]
          break
        }
      }
      return define(node.results, carried)
    }
    case 'each':
    case 'sample': {
      const items = node.kind === 'each' ? expectList(value(node.list)) : Array.from({ length: node.count }, () => null)
      if (node.kind === 'each' && items.length > node.maximum) throw new NodeFailed(name)
      const values = items.map((item, i) => {
        const inner = iteration(i + 1)
        if (node.kind === 'each') setItem(node, inner.scope, item, i)
        return runBlock(node.body, inner, `${name}[${i + 1}]`)[0] ?? null
      })
      return define([node.result], [values])
    }
  }
}

function setItem({ item, index }: Extract<Node, { kind: 'for' | 'each' }>, scope: Scope, value: Value, position: number): void {
  scope.set(item, value)
  if (index !== null) scope.set(index, position + 1)
}

function compute(pure: Pure, at: At, node: string): Value {
  const value = evaluate(pure, at.scope)
  if (value instanceof Failure) throw new NodeFailed(node)
  return value
}
