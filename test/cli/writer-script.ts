import type { ChatRequest } from '../model-server/index.ts'

/** A script with one agent for each thing that the tests of `mas run` look at. */
export const writerScript = `
agent Writer(topic: string, mood: string?) -> string
workflow main(topic: string, mood: string?) -> string { return Writer(topic, mood) }
workflow counted(topic: string, times: int) -> { text: string, times: int } {
  text = Writer(topic)
  return { text: text, times: times }
}
agent Large(topic: string) -> string { model "large" }
workflow big(topic: string) -> string { return Large(topic) }
`

/** A task file with one task per topic, named after it. */
export const tasksOn = (...topics: readonly string[]): string =>
  topics.map((topic) => `${JSON.stringify({ id: topic, input: { topic } })}\n`).join('')

/** The topic of a request: the last line of what the agent was told. */
export const topicOf = (request: ChatRequest): string => request.messages.at(-1)?.content?.trim().split('\n').at(-1) ?? ''

/** What `mas run --json` prints. */
export interface RunJson {
  readonly version: number
  readonly seed: number
  readonly results: readonly {
    readonly id?: string
    readonly outcome: {
      readonly kind: string
      readonly value?: unknown
      readonly node?: string
      readonly code?: string
      readonly message?: string
    }
    readonly usage: Readonly<Record<string, number>>
  }[]
}
