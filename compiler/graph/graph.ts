import type { Type, Word } from '../types/type.ts'
import type { Pure } from './pure.ts'

/** A workflow as data: structured regions over values that are assigned once. `version` changes with the format. */
export interface Graph {
  readonly version: 1
  readonly workflow: Word
  /** The path of the file it was compiled from, as given. */
  readonly file: string
  readonly documentation: string | null
  readonly parameters: readonly GraphParameter[]
  readonly result: Type
  /** Its one output is the workflow's result. */
  readonly body: Block
  readonly agents: Readonly<Record<AgentId, AgentDefinition>>
  readonly tools: Readonly<Record<ToolId, ToolDefinition>>
  /** One entry per workflow with a `budget`, inlined ones included; nodes refer to them by position. */
  readonly budgets: readonly BudgetScope[]
  readonly bounds: Bounds
}

/**
 * A whole number that a double holds exactly.
 *
 * @asType integer
 * @minimum 0
 * @maximum 9007199254740991
 */
export type Count = number

/**
 * A whole number of at least 1 that a double holds exactly.
 *
 * @asType integer
 * @minimum 1
 * @maximum 9007199254740991
 */
export type PositiveCount = number

export type ValueId = string
export type AgentId = string
export type ToolId = string

/**
 * A node's name: a path of the program's own names, such as `main/repeat/review`. Unique in a graph.
 *
 * @pattern ^[A-Za-z_][A-Za-z0-9_]*(#[0-9]+)?(/[A-Za-z_][A-Za-z0-9_]*(#[0-9]+)?)*$
 */
export type NodeName = string

/**
 * The name of one run of a node, with `[*]` where the index of an enclosing loop goes, outermost loop first:
 * `main/repeat[*]/review`, `main/drafts[*]`. It holds one `*` for each enclosing `repeat`, `for`, `each` and `sample`.
 *
 * @pattern ^[A-Za-z_][A-Za-z0-9_]*(#[0-9]+)?([[][*][\]])*(/[A-Za-z_][A-Za-z0-9_]*(#[0-9]+)?([[][*][\]])*)*$
 */
export type InstanceName = string

export interface GraphParameter {
  readonly name: Word
  readonly type: Type
  readonly value: ValueId
}

/** Upper bounds, before anything runs. `depth` counts dependent model requests. */
export interface Bounds {
  readonly calls: Count
  readonly tool_calls: Count
  readonly tokens: Count
  readonly depth: Count
}

export interface BudgetScope {
  /** The path under which the workflow was inlined; `main` for the graph itself. */
  readonly path: NodeName
  readonly workflow: Word
  /** @exclusiveMinimum 0 */
  readonly tokens: number | null
  /** @exclusiveMinimum 0 */
  readonly seconds: number | null
}

export interface AgentDefinition {
  readonly name: Word
  readonly documentation: string | null
  readonly parameters: readonly { readonly name: Word; readonly type: Type }[]
  readonly result: Type
  /** Templates over the parameters: a value's id is the parameter's name. */
  readonly role: Pure | null
  readonly prompt: Pure | null
  /**
   * The slot that is bound to a model when it runs.
   *
   * @pattern ^[A-Za-z0-9_][A-Za-z0-9_.-]*$
   */
  readonly model: string
  readonly policy: Word
  readonly tools: readonly AgentTool[]
  /**
   * @minimum 0
   * @maximum 2
   */
  readonly temperature: number | null
  /**
   * @exclusiveMinimum 0
   * @maximum 1
   */
  readonly top_p: number | null
  readonly max_tokens: PositiveCount
  readonly max_turns: PositiveCount
  /** 0 where the result is a string: there is nothing to repair. */
  readonly repairs: Count
  /**
   * Seconds for the whole call.
   *
   * @exclusiveMinimum 0
   */
  readonly timeout: number | null
}

/** @discriminator kind */
export type AgentTool =
  | { readonly kind: 'tool'; readonly tool: ToolId }
  | { readonly kind: 'agent'; readonly agent: AgentId }

export interface ToolDefinition {
  readonly name: Word
  readonly documentation: string | null
  readonly parameters: readonly { readonly name: Word; readonly type: Type }[]
  readonly result: Type
  /** `std:python`, `mcp:SERVER#NAME` or `host:NAME`. */
  readonly from: string
  readonly pure: boolean
}

/** Nodes in source order; `outputs` are read when all of them have succeeded. */
export interface Block {
  readonly nodes: readonly Node[]
  readonly outputs: readonly Pure[]
}

/** @discriminator kind */
export type Node =
  | AgentNode
  | ToolNode
  | ComputeNode
  | AssertNode
  | StopNode
  | IfNode
  | MatchNode
  | RepeatNode
  | ForNode
  | EachNode
  | SampleNode
  | OtherwiseNode
  | LazyNode

interface NodeBase {
  readonly name: NodeName
  readonly instance: InstanceName
  /** Where it stands in the text, in offsets; `file` as in the diagnostics. */
  readonly place: { readonly file: string; readonly start: Count; readonly end: Count }
  /** Positions in `Graph.budgets` of the workflows it was inlined from, outermost first. */
  readonly budgets: readonly Count[]
}

export interface AgentNode extends NodeBase {
  readonly kind: 'agent'
  readonly agent: AgentId
  /** In parameter order; an absent optional is the constant `null`. */
  readonly arguments: readonly Pure[]
  readonly result: ValueId
}

export interface ToolNode extends NodeBase {
  readonly kind: 'tool'
  readonly tool: ToolId
  readonly arguments: readonly Pure[]
  readonly result: ValueId
}

/** A pure step that may fail (a builtin on an empty list, a division by zero, an index out of range). */
export interface ComputeNode extends NodeBase {
  readonly kind: 'compute'
  readonly expression: Pure
  readonly result: ValueId
}

/** A decision: later nodes of its block wait for it. */
export interface AssertNode extends NodeBase {
  readonly kind: 'assert'
  readonly condition: Pure
  readonly message: Pure | null
}

/** Leaves the innermost enclosing `repeat` or `for` when `condition` holds; `carried` are the loop's carried values then. */
export interface StopNode extends NodeBase {
  readonly kind: 'stop'
  readonly condition: Pure
  readonly carried: readonly Pure[]
}

/** Runs one of two blocks; `results[i]` is that block's `outputs[i]`. */
export interface IfNode extends NodeBase {
  readonly kind: 'if'
  readonly condition: Pure
  readonly then: Block
  readonly else: Block
  readonly results: readonly ValueId[]
}

export interface MatchNode extends NodeBase {
  readonly kind: 'match'
  readonly subject: Pure
  /** `member` is `null` for `else`, which stands last. */
  readonly arms: readonly { readonly member: Word | null; readonly block: Block }[]
  readonly results: readonly ValueId[]
}

/** A value that a loop carries: `value` inside the body, starting from `initial`. */
export interface Carried {
  readonly value: ValueId
  readonly initial: Pure
}

/** Runs `body` up to `maximum` times; its `outputs` are the next carried values, `results` the last ones. */
export interface RepeatNode extends NodeBase {
  readonly kind: 'repeat'
  readonly maximum: PositiveCount
  readonly carried: readonly Carried[]
  readonly body: Block
  readonly results: readonly ValueId[]
}

/** Like `repeat`, over a list in order. A list longer than `maximum` is a failure of the node. */
export interface ForNode extends NodeBase {
  readonly kind: 'for'
  readonly list: Pure
  readonly maximum: PositiveCount
  readonly item: ValueId
  readonly index: ValueId | null
  readonly carried: readonly Carried[]
  readonly body: Block
  readonly results: readonly ValueId[]
}

/** One output per element. `ordered` where the body reaches an impure tool: iterations then run one after another. */
export interface EachNode extends NodeBase {
  readonly kind: 'each'
  readonly list: Pure
  readonly maximum: PositiveCount
  readonly item: ValueId
  readonly index: ValueId | null
  readonly body: Block
  readonly ordered: boolean
  readonly result: ValueId
}

export interface SampleNode extends NodeBase {
  readonly kind: 'sample'
  readonly count: PositiveCount
  readonly body: Block
  readonly ordered: boolean
  /**
   * Only the optimiser writes it: samples are begun in waves until this vote over them is certain, and `result` holds the first
   * ones alone. Who ignores it runs all of them and comes to the same vote. Never where `ordered`.
   */
  readonly until?: CertainVote
  readonly result: ValueId
}

/** What `vote` makes of samples can no longer change, whatever the others would be. */
export interface CertainVote {
  readonly kind: 'vote'
  /** The field that is voted by, as in `Pure`'s builtins. */
  readonly selector: string | null
  /** Whether `present` drops samples that are `none` before the vote. */
  readonly presentOnly: boolean
}

/** `fallback` runs where `attempt` failed. */
export interface OtherwiseNode extends NodeBase {
  readonly kind: 'otherwise'
  readonly attempt: Block
  readonly fallback: Block
  readonly result: ValueId
}

/** `and`, `or`, `??` whose right side makes calls: it runs only when it is needed. */
export interface LazyNode extends NodeBase {
  readonly kind: 'lazy'
  readonly operator: 'and' | 'or' | '??'
  readonly left: Pure
  readonly right: Block
  readonly result: ValueId
}
