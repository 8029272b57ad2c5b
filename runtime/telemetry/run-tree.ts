import type { RunEvent, RunOutcome } from '../events/run-event.ts'

/** A node, a request, a tool call or a wait for a person, with what stands in it. Times are in seconds since the run started. */
export interface TreeEntry {
  readonly kind: 'workflow' | 'node' | 'request' | 'tool' | 'wait'
  /** The node instance; for a request that of its caller. */
  readonly node: string
  /** What it is: the workflow, the kind of a node, the slot, the tool, what a person is asked for. */
  readonly what: string
  readonly start: number
  /** Where the run ended before it did: the run's end. */
  readonly end: number
  readonly tokens: { readonly prompt: number; readonly completion: number }
  readonly cost: number | null
  /** The code of what failed, or `suspended` where it still waits; `null` where neither is so. */
  readonly problem: string | null
  readonly children: readonly TreeEntry[]
}

interface Draft {
  readonly kind: TreeEntry['kind']
  readonly node: string
  readonly what: string
  readonly start: number
  end: number | null
  tokens: { prompt: number; completion: number }
  cost: number | null
  problem: string | null
  readonly children: Draft[]
}

/** The nodes that have started. Calls in a `sample` or `each` may have its binding's name, without its own word. */
interface KnownNodes {
  readonly byInstance: Map<string, Draft>
  readonly byBinding: Map<string, Draft>
}

/** Nodes that take no time, and say nothing in a tree. */
const instant = new Set(['compute', 'assert', 'stop'])

/** The tree of one run, of its events in order; `null` where they do not start with the run. */
export function runTree(events: Iterable<RunEvent>): TreeEntry | null {
  let root: Draft | null = null
  let started = 0
  let last = 0
  const open = new Map<string, Draft>()
  const nodes: KnownNodes = { byInstance: new Map(), byBinding: new Map() }
  const draft = (kind: TreeEntry['kind'], node: string, what: string, start: number): Draft => ({
    kind,
    node,
    what,
    start,
    end: null,
    tokens: { prompt: 0, completion: 0 },
    cost: null,
    problem: null,
    children: [],
  })
  const add = (key: string, entry: Draft, parent: Draft): void => {
    parent.children.push(entry)
    open.set(key, entry)
  }
  for (const event of events) {
    if (event.kind === 'run_started') {
      started = event.time
      root = draft('workflow', event.workflow, event.workflow, 0)
    }
    if (root === null) return null
    const now = event.time - started
    last = now
    switch (event.kind) {
      case 'node_started': {
        if (instant.has(event.nodeKind) || event.nodeKind === 'tool') break
        const entry = draft('node', event.node, event.nodeKind, now)
        add(`node ${event.node}`, entry, enclosing(event.node, nodes) ?? root)
        nodes.byInstance.set(event.node, entry)
        nodes.byBinding.set(event.node.replace(/\/(sample|each)(#\d+)?$/, ''), entry)
        break
      }
      case 'request_started': {
        const { node, request, slot } = event
        add(requestKey(node, request.attempt, request.turn), draft('request', node, slot, now), nodes.byInstance.get(node) ?? root)
        break
      }
      case 'tool_started': {
        const caller = nodes.byInstance.get(event.node.slice(0, event.node.lastIndexOf('/')))
        add(`tool ${event.node}`, draft('tool', event.node, event.tool, now), caller ?? enclosing(event.node, nodes) ?? root)
        break
      }
      case 'node_finished':
        close(open.get(`node ${event.node}`), now, event.outcome.kind === 'failed' ? event.outcome.code : null)
        break
      case 'tool_finished':
        close(open.get(`tool ${event.node}`), now, event.outcome.kind === 'failed' ? event.outcome.code : null)
        break
      case 'tool_suspended': {
        const call = open.get(`tool ${event.node}`)
        const entry = { ...draft('wait', event.node, event.awaits, now), problem: 'suspended' }
        add(waitKey(event.node), entry, call ?? root)
        break
      }
      case 'tool_answered':
        close(open.get(waitKey(event.node)), now, event.answer.kind === 'declined' ? 'declined' : null)
        break
      case 'request_finished': {
        const entry = open.get(requestKey(event.node, event.attempt, event.turn))
        const { outcome } = event
        close(entry, now, outcome.kind === 'failure' ? outcome.code : null)
        if (entry === undefined || outcome.kind === 'failure') break
        const { promptTokens, completionTokens, cost } = outcome.reply.usage
        entry.tokens = { prompt: promptTokens, completion: completionTokens }
        entry.cost = cost ?? null
        break
      }
      case 'run_finished':
        close(root, now, problemOf(event.outcome))
        break
      case 'run_started':
      case 'block_started':
      case 'samples_skipped':
      case 'tool_refused':
        break
    }
  }
  return root === null ? null : finished(root, root.end ?? last)
}

function close(entry: Draft | undefined, end: number, problem: string | null): void {
  if (entry === undefined) return
  entry.end = end
  entry.problem = problem
}

/** Tokens and cost of an entry are those of what stands in it too. */
function finished({ children, end, ...entry }: Draft, runEnd: number): TreeEntry {
  const inner = children.map((child) => finished(child, runEnd))
  const costs = [entry.cost, ...inner.map(({ cost }) => cost)].filter((cost) => cost !== null)
  return {
    ...entry,
    end: end ?? runEnd,
    tokens: {
      prompt: inner.reduce((sum, { tokens }) => sum + tokens.prompt, entry.tokens.prompt),
      completion: inner.reduce((sum, { tokens }) => sum + tokens.completion, entry.tokens.completion),
    },
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    children: inner,
  }
}

/**
 * The innermost known node around an instance, by its name: `main/each[2]/note` stands in `main/each`, and `main/drafts[2]`,
 * which has its binding's name, in `main/drafts/sample` or `main/drafts/each`.
 */
function enclosing(instance: string, { byInstance, byBinding }: KnownNodes): Draft | null {
  let path = instance
  while (path !== '') {
    const base = path.replace(/\[\d+\]$/, '')
    const around = base === path ? undefined : (byInstance.get(base) ?? byBinding.get(base))
    if (around !== undefined) return around
    path = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const found = byInstance.get(path)
    if (found !== undefined) return found
  }
  return null
}

const waitKey = (node: string): string => `wait ${node}`

const requestKey = (node: string, attempt: number, turn: number): string => `request ${node} ${attempt} ${turn}`

function problemOf(outcome: RunOutcome): string | null {
  switch (outcome.kind) {
    case 'ok':
      return null
    case 'failed':
      return outcome.code
    case 'stopped':
      return `budget_${outcome.reason}`
    case 'cancelled':
      return 'cancelled'
    case 'suspended':
      return 'suspended'
  }
}
