import type { Block, Graph, Pure } from '../../compiler/index.ts'
import { agent, block, builtin, constant, equal, graph, string, text, tool, value } from './graph-builder.ts'
import type { NodeDraft } from './graph-builder.ts'

/**
 * A graph that a list of numbers decides on: every number picks one of the ways to go on, and after the last one the
 * simplest is taken, so that a shorter list of smaller numbers is a simpler graph. All values are strings.
 */
export function randomGraph(choices: readonly number[]): Graph {
  const body = new Builder(choices).block('main', ['task'], { depth: 0, carried: null })
  return graph({
    parameters: { task: string },
    agents: [agent('Writer'), agent('Reader')],
    tools: [tool('look'), tool('write', { pure: false })],
    body,
  })
}

interface Place {
  readonly depth: number
  /** How many values the innermost loop carries; `null` outside. */
  readonly carried: number | null
}

class Builder {
  readonly #choices: readonly number[]
  #next = 0
  #names = 0

  constructor(choices: readonly number[]) {
    this.#choices = choices
  }

  /** A block with one output. */
  block(path: string, visible: readonly string[], place: Place, outputs = 1): Block {
    const names = [...visible]
    const nodes: NodeDraft[] = []
    const length = this.#pick(place.depth === 0 ? 8 : 5)
    for (let i = 0; i < length; i += 1) nodes.push(...this.#node(path, names, place))
    if (place.carried !== null && this.#pick(3) === 1) nodes.push(...this.#stop(path, names, place.carried))
    return block(nodes, ...Array.from({ length: outputs }, () => this.#string(names)))
  }

  #node(path: string, names: string[], place: Place): readonly NodeDraft[] {
    const result = `v${(this.#names += 1)}`
    const name = `${path}/${result}`
    const inner: Place = { depth: place.depth + 1, carried: place.carried }
    const expression: Place = { depth: place.depth + 1, carried: null }
    const inside = (arm: string, at = inner): Block => this.block(`${name}/${arm}`, names, at)
    const condition = (): Pure => this.#condition(names)
    const bind = (draft: NodeDraft): readonly NodeDraft[] => {
      names.push(result)
      return [draft]
    }
    const simple = 6
    switch (this.#pick(place.depth >= 3 ? simple : simple + 8)) {
      case 0:
      case 1:
        return bind({ kind: 'agent', name, agent: 'Writer', arguments: [this.#string(names)], result })
      case 2:
        return bind({ kind: 'agent', name, agent: 'Reader', arguments: [this.#string(names)], result })
      case 3:
        return bind({
          kind: 'tool',
          name,
          tool: this.#pick(2) === 0 ? 'look' : 'write',
          arguments: [this.#string(names)],
          result,
        })
      case 4: {
        const at: Pure = {
          kind: 'index',
          of: builtin('split', [this.#string(names), constant('a')]),
          index: constant(this.#pick(2)),
        }
        return bind({ kind: 'compute', name, expression: at, result })
      }
      case 5:
        return [{ kind: 'assert', name, condition: { kind: 'or', left: condition(), right: condition() }, message: null }]
      case 6:
        return bind({ kind: 'if', name, condition: condition(), then: inside('then'), else: inside('else'), results: [result] })
      case 7: {
        const arms = [
          { member: 'true', block: inside('true') },
          { member: null, block: inside('else') },
        ]
        return bind({ kind: 'match', name, subject: builtin('text', [condition()]), arms, results: [result] })
      }
      case 8:
        return bind({
          kind: 'otherwise',
          name,
          attempt: inside('attempt', expression),
          fallback: inside('fallback', expression),
          result,
        })
      case 9: {
        const right = this.block(`${name}/right`, names, expression, 0)
        const answer = equal(this.#string(names), constant('a'))
        const operator = this.#pick(2) === 0 ? 'and' : 'or'
        const made: NodeDraft = {
          kind: 'lazy',
          name,
          operator,
          left: condition(),
          right: { ...right, outputs: [answer] },
          result: `${result}_bool`,
        }
        names.push(result)
        return [made, { kind: 'compute', name: `${name}/text`, expression: builtin('text', [value(`${result}_bool`)]), result }]
      }
      case 10:
      case 11: {
        const count = 1 + this.#pick(2)
        const carried = Array.from({ length: count }, (_, i) => ({ value: `${result}_in${i}`, initial: this.#string(names) }))
        const seen = [...names, ...carried.map((one) => one.value)]
        const results = carried.map((_, i) => (i === 0 ? result : `${result}_out${i}`))
        const at: Place = { depth: place.depth + 1, carried: count }
        if (this.#pick(2) === 0) {
          const body = this.block(`${name}/body`, seen, at, count)
          names.push(...results)
          return [{ kind: 'repeat', name, maximum: 1 + this.#pick(3), carried, body, results }]
        }
        const item = `${result}_item`
        const body = this.block(`${name}/body`, [...seen, item], at, count)
        const of = this.#list(names)
        names.push(...results)
        return [{ kind: 'for', name, list: of, maximum: 3, item, index: null, carried, body, results }]
      }
      default: {
        const item = `${result}_item`
        const list = `${result}_list`
        const isEach = this.#pick(2) === 0
        const body = this.block(`${name}/body`, isEach ? [...names, item] : names, expression)
        const of = this.#list(names)
        names.push(result)
        const ordered = reachesWrite(body)
        const made: NodeDraft = isEach
          ? { kind: 'each', name, list: of, maximum: 3, item, index: null, body, ordered, result: list }
          : { kind: 'sample', name, count: 1 + this.#pick(3), body, ordered, result: list }
        return [
          made,
          { kind: 'compute', name: `${name}/joined`, expression: builtin('join', [value(list), constant('')]), result },
        ]
      }
    }
  }

  #stop(path: string, names: readonly string[], carried: number): readonly NodeDraft[] {
    const name = `${path}/stop${(this.#names += 1)}`
    return [
      {
        kind: 'stop',
        name,
        condition: this.#condition(names),
        carried: Array.from({ length: carried }, () => this.#string(names)),
      },
    ]
  }

  #string(names: readonly string[]): Pure {
    const name = names[names.length - 1 - this.#pick(names.length)] ?? 'task'
    return this.#pick(3) < 2 ? value(name) : text(value(name), 'b')
  }

  #condition(names: readonly string[]): Pure {
    return builtin('contains', [this.#string(names), constant(['a', 'b', 'c'][this.#pick(3)] ?? 'a')])
  }

  #list(names: readonly string[]): Pure {
    return builtin('split', [this.#string(names), constant('b')])
  }

  #pick(count: number): number {
    const choice = this.#choices[this.#next] ?? 0
    this.#next += 1
    return choice % count
  }
}

function reachesWrite(of: Block): boolean {
  return of.nodes.some((node) => {
    switch (node.kind) {
      case 'tool':
        return node.tool === 'write'
      case 'if':
        return reachesWrite(node.then) || reachesWrite(node.else)
      case 'match':
        return node.arms.some((arm) => reachesWrite(arm.block))
      case 'otherwise':
        return reachesWrite(node.attempt) || reachesWrite(node.fallback)
      case 'lazy':
        return reachesWrite(node.right)
      case 'repeat':
      case 'for':
      case 'each':
      case 'sample':
        return reachesWrite(node.body)
      default:
        return false
    }
  })
}
