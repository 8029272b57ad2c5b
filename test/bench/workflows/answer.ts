/** What a call of the agent gives, once it is read. */
export interface Scored {
  readonly text: string
  readonly score: number
}

/** A model that is there at once: a prompt in, JSON out. */
export type Answer = (prompt: string) => Promise<string>

export const promptOf = (text: string): string => `Improve this draft: ${text}`

/** The score of every answer. */
export const score = 7

const json = JSON.stringify({ text: 'a draft in which every sentence has been read once more', score })

export const answerAtOnce: Answer = () => Promise.resolve(json)
