import { blockReads, blocksOf, innerValues, nodeReads, operandsOf, pureReads, resultsOf } from '../graph/index.ts'
import type { Block, Graph, Node, Pure, ValueId } from '../graph/index.ts'
import { armTitle, callLines, regionTitle } from './labels.ts'
import type { NodeMarks, Picture, PictureArrow, PictureItem, PictureShape } from './picture.ts'

/** What is drawn of a graph; formats without colours leave the tones of marks out. */
export function pictureOf(graph: Graph, marks: NodeMarks = new Map()): Picture {
  return new PictureMaker(graph, marks).make()
}

type Ids = ReadonlySet<string>

class PictureMaker {
  readonly #graph: Graph
  readonly #marks: NodeMarks
  /** The items from which each value comes. */
  readonly #makers = new Map<ValueId, Ids>()
  readonly #arrows = new Map<string, PictureArrow>()
  /** The boxes around each item. */
  readonly #around = new Map<string, Ids>()
  #count = 0

  constructor(graph: Graph, marks: NodeMarks) {
    this.#graph = graph
    this.#marks = marks
  }

  make(): Picture {
    const { parameters, body, workflow } = this.#graph
    const items: PictureItem[] = []
    for (const { name, value } of parameters) this.#makers.set(value, new Set([this.#add(items, new Set(), 'input', [name])]))
    this.#block(items, body, new Set(), workflow)
    const result = this.#add(items, new Set(), 'result', ['result'])
    this.#read(body.outputs, result)
    return { title: workflow, items, arrows: [...this.#arrows.values()] }
  }

  #block(items: PictureItem[], block: Block, around: Ids, path: string): void {
    for (const node of block.nodes) this.#node(items, node, around, path)
  }

  #node(items: PictureItem[], node: Node, around: Ids, path: string): void {
    const made = isDrawn(node) ? new Set([this.#draw(items, node, around, path)]) : this.#makersOf(nodeReads(node))
    for (const value of resultsOf(node)) this.#makers.set(value, made)
  }

  #draw(items: PictureItem[], node: Node, around: Ids, path: string): string {
    switch (node.kind) {
      case 'agent':
      case 'tool': {
        const mark = this.#marks.get(node.name)
        const lines = [...callLines(this.#graph, node, path), ...(mark === undefined ? [] : [mark.line])]
        const id = this.#add(items, around, node.kind, lines, mark?.tone ?? null)
        this.#read(node.arguments, id)
        return id
      }
      case 'assert':
      case 'stop': {
        const id = this.#add(items, around, 'decision', [node.kind === 'stop' ? 'stop when' : 'assert'])
        this.#read([node.condition], id)
        return id
      }
      default:
        return this.#region(items, node, around)
    }
  }

  #region(items: PictureItem[], node: Node, around: Ids): string {
    const id = this.#nextId(around)
    const inside: PictureItem[] = []
    const within = new Set([...around, id])
    this.#read(operandsOf(node), id)
    for (const value of innerValues(node)) {
      if (!blocksOf(node).some((block) => blockReads(block).has(value))) continue
      this.#makers.set(value, new Set([this.#add(inside, within, 'value', [value.replace(/\.\d+$/, '')])]))
    }
    blocksOf(node).forEach((block, position) => {
      const title = armTitle(node, position)
      if (title === null) this.#block(inside, block, within, node.instance)
      else this.#arm(inside, block, within, node.instance, title)
      // What a block hands on as it is comes from outside: no node inside shows it.
      this.#read(block.outputs, id)
    })
    if (node.kind === 'repeat' || node.kind === 'for') this.#carry(node.carried, node.body.outputs)
    items.push({ kind: 'box', id, title: regionTitle(node), items: inside })
    return id
  }

  #arm(items: PictureItem[], block: Block, around: Ids, path: string, title: string): void {
    const id = this.#nextId(around)
    const inside: PictureItem[] = []
    const within = new Set([...around, id])
    this.#block(inside, block, within, path)
    if (inside.length === 0) this.#add(inside, within, 'nothing', ['no call'])
    items.push({ kind: 'box', id, title, items: inside })
  }

  #carry(carried: readonly { readonly value: ValueId }[], outputs: readonly Pure[]): void {
    carried.forEach(({ value }, position) => {
      const output = outputs[position]
      if (output === undefined) return
      const reads = new Set<ValueId>()
      pureReads(output, reads)
      for (const to of this.#makers.get(value) ?? []) {
        // A value that the round began with needs no arrow to itself; one from outside the loop has come in before.
        for (const from of this.#makersOf(reads)) {
          if (from !== to && this.#isBeside(from, to)) this.#arrow('again', from, to)
        }
      }
    })
  }

  /** Whether the first stands somewhere in the box in which the second stands. */
  #isBeside(from: string, to: string): boolean {
    const around = this.#around.get(from) ?? new Set()
    return [...(this.#around.get(to) ?? [])].every((box) => around.has(box))
  }

  #read(operands: readonly Pure[], id: string): void {
    const reads = new Set<ValueId>()
    for (const operand of operands) pureReads(operand, reads)
    for (const from of this.#makersOf(reads)) this.#arrow('reads', from, id)
  }

  #makersOf(values: ReadonlySet<ValueId>): Ids {
    return new Set([...values].flatMap((value) => [...(this.#makers.get(value) ?? [])]))
  }

  #arrow(kind: PictureArrow['kind'], from: string, to: string): void {
    if (from === to || this.#around.get(from)?.has(to) === true || this.#around.get(to)?.has(from) === true) return
    this.#arrows.set(`${kind} ${from} ${to}`, { kind, from, to })
  }

  #add(items: PictureItem[], around: Ids, shape: PictureShape, lines: readonly string[], tone: number | null = null): string {
    const id = this.#nextId(around)
    items.push({ kind: 'node', id, shape, lines, tone })
    return id
  }

  #nextId(around: Ids): string {
    this.#count += 1
    const id = `n${this.#count}`
    this.#around.set(id, around)
    return id
  }
}

/** Calls, decisions, and the regions around them. */
function isDrawn(node: Node): boolean {
  switch (node.kind) {
    case 'agent':
    case 'tool':
    case 'assert':
    case 'stop':
      return true
    default:
      return blocksOf(node).some((block) => block.nodes.some(isDrawn))
  }
}
