import type { ModelRequest } from '../../runtime/index.ts'

/** What an agent may reply, and how likely that is among its replies. */
export type TabularReply = { readonly probability: number } & (
  | { readonly kind: 'says'; readonly text: string }
  /** Calls a tool, or an agent as a tool, with this one argument. */
  | { readonly kind: 'asks'; readonly tool: string; readonly argument: string; readonly value: string }
)

/** How an agent replies in one situation. */
export interface TableRow {
  /** The texts that it has been given so far, joined by ` | `: its prompt, then answers of its tools. Left out: any others. */
  readonly given?: string
  readonly replies: readonly TabularReply[]
  /** How often its model fails, whatever it would have replied. That is no choice of the policy. */
  readonly failing?: number
}

/** Rows by agent; the first one that fits holds. */
export type PolicyTable = Readonly<Record<string, readonly TableRow[]>>

/** One situation of one agent: a distribution of its own, with one logit for each reply. */
export interface Context {
  /** Among those of its policy, in the order in which they were met. */
  readonly position: number
  readonly agent: string
  readonly given: string
  readonly row: TableRow
  /** π: what the softmax of the logits is. */
  readonly probabilities: readonly number[]
  /** The position of its first logit among those of all contexts. */
  readonly offset: number
}

/**
 * A policy that is a table from (agent, what it is given) to a distribution over a few replies. Its parameters are the logits of every
 * context that it has met; nodes that call one agent with one text share them.
 */
export class TabularPolicy {
  readonly #table: PolicyTable
  readonly #contexts = new Map<string, Context>()
  readonly #met: Context[] = []
  #parameters = 0

  constructor(table: PolicyTable) {
    this.#table = table
  }

  /** How many logits the contexts met so far have. */
  get parameters(): number {
    return this.#parameters
  }

  /** Throws a RangeError where so many contexts have not been met. */
  contextAt(position: number): Context {
    const context = this.#met[position]
    if (context === undefined) throw new RangeError(`there is no context ${position}`)
    return context
  }

  /** The context of a request. Throws a RangeError where the table has no row for it, or one whose replies are no distribution. */
  contextOf({ agent, messages }: Pick<ModelRequest, 'agent' | 'messages'>): Context {
    const given = messages.flatMap(({ role, content }) => (role === 'user' || role === 'tool' ? [content] : [])).join(' | ')
    const key = JSON.stringify([agent.name, given])
    const known = this.#contexts.get(key)
    if (known !== undefined) return known
    const context = this.#meet(agent.name, given)
    this.#contexts.set(key, context)
    this.#met.push(context)
    return context
  }

  #meet(agent: string, given: string): Context {
    const row = this.#table[agent]?.find((entry) => entry.given === undefined || entry.given === given)
    if (row === undefined) throw new RangeError(`the table does not say what ${agent} replies to ${JSON.stringify(given)}`)
    const probabilities = row.replies.map(({ probability }) => probability)
    const total = probabilities.reduce((sum, probability) => sum + probability, 0)
    if (Math.abs(total - 1) > 1e-9 || !probabilities.every((probability) => probability > 0)) {
      throw new RangeError(`the replies of ${agent} to ${JSON.stringify(given)} need probabilities above 0 that sum to 1`)
    }
    const offset = this.#parameters
    this.#parameters += row.replies.length
    return { position: this.#met.length, agent, given, row, probabilities, offset }
  }
}

/** Replies that are texts, by their probabilities. */
export const says = (replies: Readonly<Record<string, number>>): readonly TabularReply[] =>
  Object.entries(replies).map(([text, probability]) => ({ kind: 'says', text, probability }))
