import type { Scored } from './answer.ts'

/** What is used of Zod, by which the peers check values. */
export interface Zod {
  readonly z: {
    object(fields: object): Schema<Scored>
    string(): object
    int(): object
    array(element: object): Schema<readonly Scored[]>
  }
}

export interface Schema<Value> {
  parse(data: unknown): Value
}

export const scoredSchema = ({ z }: Zod): Schema<Scored> => z.object({ text: z.string(), score: z.int() })
