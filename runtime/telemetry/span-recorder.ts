import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Attributes, Span, Tracer } from '@opentelemetry/api'
import type { AgentDefinition, Graph } from '../../compiler/index.ts'
import type { NodeEnd, RunEvent, RunOutcome } from '../events/run-event.ts'
import { telemetry } from './conventions.ts'
import { enclosingInstance, placedNodes } from './enclosing-nodes.ts'
import { modelNameOf, replyAttributes, requestAttributes } from './span-attributes.ts'

const { attribute, operation } = telemetry

export interface SpanRecorderOptions {
  readonly tracer: Tracer
  readonly graph: Graph
  /** How the models are described, by slot. */
  readonly models: ReadonlyMap<string, string>
  /** The task that the run is for. */
  readonly task?: string | null
  /** Whether messages, arguments and results stand in the spans. Off where it is left out. */
  readonly captureContent?: boolean
  /** Replaces secrets in everything that is text. */
  readonly redact?: (text: string) => string
}

/**
 * Turns the events of a run into spans: the workflow, its regions, its agents, their requests and tools, each within what
 * holds it. Pure steps, asserts and stops take no time and have none. Spans carry the events' own times.
 */
export class SpanRecorder {
  readonly #options: SpanRecorderOptions
  readonly #nodes: ReturnType<typeof placedNodes>
  readonly #open = new Map<string, Span>()
  #root: Span | null = null

  constructor(options: SpanRecorderOptions) {
    this.#options = options
    this.#nodes = placedNodes(options.graph)
  }

  /** Takes the next event, in the order of their numbers. */
  record(event: RunEvent): void {
    switch (event.kind) {
      case 'run_started':
        this.#startRun(event)
        return
      case 'node_started':
        this.#startNode(event)
        return
      case 'node_finished':
        this.#end(`node ${event.node}`, event.time, problemOfNode(event.outcome))
        return
      case 'request_started':
        this.#startRequest(event)
        return
      case 'request_finished':
        this.#finishRequest(event)
        return
      case 'tool_started':
        this.#startTool(event)
        return
      case 'tool_suspended':
        this.#startWait(event)
        return
      case 'tool_answered':
        this.#end(waitKey(event.node), event.time, null, { [attribute.answer]: event.answer.kind })
        return
      case 'tool_finished': {
        const { outcome } = event
        const captured = outcome.kind === 'ok' ? { [attribute.toolResult]: JSON.stringify(outcome.value) } : {}
        this.#end(`tool ${event.node}`, event.time, outcome.kind === 'failed' ? outcome : null, this.#captured(captured))
        return
      }
      case 'run_finished':
        this.#finishRun(event)
        return
      case 'block_started':
      case 'samples_skipped':
      case 'tool_refused':
        return
    }
  }

  #startRun({ workflow, file, seed, time }: Extract<RunEvent, { kind: 'run_started' }>): void {
    const { tracer, task = null } = this.#options
    this.#root = tracer.startSpan(`${operation.workflow} ${workflow}`, {
      kind: SpanKind.INTERNAL,
      startTime: milliseconds(time),
      attributes: {
        [attribute.operation]: operation.workflow,
        [attribute.workflowName]: workflow,
        [attribute.file]: file,
        [attribute.seed]: seed,
        ...(task === null ? {} : { [attribute.task]: task }),
      },
    })
  }

  #startNode({ node, name, nodeKind, time }: Extract<RunEvent, { kind: 'node_started' }>): void {
    if (nodeKind === 'compute' || nodeKind === 'assert' || nodeKind === 'stop' || nodeKind === 'tool') return
    const about = { [attribute.node]: node, [attribute.nodeKind]: nodeKind }
    if (nodeKind !== 'agent') {
      this.#start(`node ${node}`, `${nodeKind} ${name}`, this.#parentOf(node, name), time, about)
      return
    }
    const { agent, parent } = this.#agentAt(node, name)
    this.#start(`node ${node}`, `${operation.agent} ${agent.name}`, parent, time, {
      [attribute.operation]: operation.agent,
      [attribute.agentName]: agent.name,
      ...(agent.documentation === null ? {} : { [attribute.agentDescription]: agent.documentation }),
      ...about,
    })
  }

  /** The agent that a node calls; one that a model calls as a tool is `CALLER/NAME[i]`, and stands in no graph. */
  #agentAt(node: string, name: string): { agent: Pick<AgentDefinition, 'name' | 'documentation'>; parent: Span | null } {
    const { agents } = this.#options.graph
    const placed = this.#nodes.get(name)
    if (placed?.node.kind === 'agent') {
      const agent = agents[placed.node.agent] ?? { name, documentation: null }
      return { agent, parent: this.#parentOf(node, name) }
    }
    const slash = node.lastIndexOf('/')
    const called = node.slice(slash + 1).replace(/\[\d+\]$/, '')
    const agent = Object.values(agents).find((candidate) => candidate.name === called) ?? { name: called, documentation: null }
    return { agent, parent: this.#callerOf(node.slice(0, slash)) }
  }

  #startRequest({ node, slot, request, time }: Extract<RunEvent, { kind: 'request_started' }>): void {
    const description = this.#options.models.get(slot) ?? slot
    const attributes = requestAttributes(request, { slot, description }, this.#options.captureContent === true)
    const key = requestKey(node, request.attempt, request.turn)
    const name = `${operation.model} ${modelNameOf(description)}`
    this.#start(key, name, this.#callerOf(node), time, attributes, SpanKind.CLIENT)
  }

  #finishRequest(event: Extract<RunEvent, { kind: 'request_finished' }>): void {
    const { node, attempt, turn, outcome, attempts, time } = event
    const reply = outcome.kind === 'reply' ? replyAttributes(outcome.reply, this.#options.captureContent === true) : {}
    const problem = outcome.kind === 'failure' ? outcome : null
    this.#end(requestKey(node, attempt, turn), time, problem, { ...reply, [attribute.tries]: attempts })
  }

  #startTool({ node, tool, arguments: given, time }: Extract<RunEvent, { kind: 'tool_started' }>): void {
    const attributes = {
      [attribute.operation]: operation.tool,
      [attribute.toolName]: tool,
      [attribute.toolType]: 'function',
      [attribute.node]: node,
      ...this.#captured({ [attribute.toolArguments]: JSON.stringify(given) }),
    }
    this.#start(`tool ${node}`, `${operation.tool} ${tool}`, this.#callerOf(node), time, attributes)
  }

  /** The time that a call waits for a person, within the call. */
  #startWait({ node, tool, awaits, question, time }: Extract<RunEvent, { kind: 'tool_suspended' }>): void {
    const attributes = {
      [attribute.toolName]: tool,
      [attribute.node]: node,
      [attribute.awaits]: awaits,
      ...this.#captured({ [attribute.question]: question }),
    }
    this.#start(waitKey(node), `await_${awaits} ${tool}`, this.#open.get(`tool ${node}`) ?? this.#root, time, attributes)
  }

  #finishRun({ outcome, time }: Extract<RunEvent, { kind: 'run_finished' }>): void {
    for (const key of [...this.#open.keys()]) this.#end(key, time, null)
    if (this.#root === null) return
    // No failure, and no success either: its status is left open.
    if (outcome.kind === 'suspended') this.#root.setAttribute(attribute.suspended, true)
    const problem = problemOfRun(outcome)
    if (problem !== null) this.#fail(this.#root, problem)
    this.#root.end(milliseconds(time))
    this.#root = null
  }

  #start(key: string, name: string, parent: Span | null, time: number, attributes: Attributes, kind = SpanKind.INTERNAL): void {
    const within = parent === null ? context.active() : trace.setSpan(context.active(), parent)
    const span = this.#options.tracer.startSpan(name, { kind, startTime: milliseconds(time), attributes: this.#redacted(attributes) }, within)
    this.#open.set(key, span)
  }

  #end(key: string, time: number, problem: Problem | null, attributes: Attributes = {}): void {
    const span = this.#open.get(key)
    if (span === undefined) return
    this.#open.delete(key)
    span.setAttributes(this.#redacted(attributes))
    if (problem !== null) this.#fail(span, problem)
    span.end(milliseconds(time))
  }

  #fail(span: Span, { code, message }: Problem): void {
    span.setAttribute(attribute.errorType, code)
    // A message may quote what a model or a tool said.
    const text = this.#options.captureContent === true ? { message: this.#redact(message) } : {}
    span.setStatus({ code: SpanStatusCode.ERROR, ...text })
  }

  /** The span around a node: that of its region, or of the workflow. */
  #parentOf(instance: string, name: string): Span | null {
    const placed = this.#nodes.get(name)
    if (placed === undefined || placed.region === null) return this.#root
    return this.#open.get(`node ${enclosingInstance(instance, placed.node, placed.region)}`) ?? this.#root
  }

  /** The span of the node that makes a call: itself, or the call of a model whose tool it is. */
  #callerOf(node: string): Span | null {
    for (let name = node; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const span = this.#open.get(`node ${name}`)
      if (span !== undefined) return span
    }
    return this.#root
  }

  #captured(attributes: Attributes): Attributes {
    return this.#options.captureContent === true ? attributes : {}
  }

  #redacted(attributes: Attributes): Attributes {
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? this.#redact(value) : value]),
    )
  }

  #redact(text: string): string {
    return this.#options.redact?.(text) ?? text
  }
}

interface Problem {
  readonly code: string
  readonly message: string
}

const waitKey = (node: string): string => `wait ${node}`

const requestKey = (node: string, attempt: number, turn: number): string => `request ${node} ${attempt} ${turn}`

const milliseconds = (seconds: number): number => seconds * 1000

const problemOfNode = (outcome: NodeEnd): Problem | null => (outcome.kind === 'failed' ? outcome : null)

function problemOfRun(outcome: RunOutcome): Problem | null {
  switch (outcome.kind) {
    case 'ok':
    case 'suspended':
      return null
    case 'failed':
      return outcome
    case 'stopped':
      return { code: `budget_${outcome.reason}`, message: outcome.message }
    case 'cancelled':
      return { code: 'cancelled', message: 'The run was interrupted.' }
  }
}
