import type { Value } from '../../compiler/index.ts'
import type { RandomStream } from '../random/random-stream.ts'
import type { Task } from './task.ts'

/** A whole range of integers, both ends included. */
export interface Span {
  readonly minimum: number
  readonly maximum: number
}

/** A model call as its texts are read: what it is there for may decide what it sees. */
export interface ReadingCall {
  readonly role: string
  readonly inputs: Readonly<Record<string, Value>>
}

/** What an agent of a role is shown in a supervised start. */
export interface ShownReply extends ReadingCall {
  readonly output: Value
  /** Whether the inputs do not tell the reply: it is shown so that guesses are spread as tasks are, and never measured. */
  readonly isGuess: boolean
}

/**
 * A kind of task that can be generated without end. The families of one run are told apart by a task's text alone, so that
 * a designer that reads it can know what pays.
 */
export interface TaskFamily {
  readonly name: string
  /** As resolved; plain JSON, for the run folder. */
  readonly parameters: object
  readonly difficulties: Span
  /** The executor roles that `reply` knows the right answers of. */
  readonly roles: readonly string[]
  /** A task of this difficulty, which lies in `difficulties`. Equal streams give equal tasks. */
  generate(random: RandomStream, difficulty: number): Task
  /** Whether a text, whole or on its way to the result, is written as this family writes. */
  owns(text: string): boolean
  /** What a perfect agent of this role replies to inputs; `null` where the role or the inputs are none of this family. */
  reply(role: string, inputs: Readonly<Record<string, Value>>): Value | null
  /** What a chain of perfect steps makes of the task, in order; the result last. */
  intermediates(task: Task): readonly string[]
  /** A wrong reply such as a hasty teacher gives in place of a right one; left out, or `null`, where there is none. */
  slip?(reply: Value, random: RandomStream): Value | null
  /** What one model call sees of a text; every call draws anew. The text itself where nothing disturbs it. */
  perceive(text: string, random: RandomStream, call: ReadingCall): string
  /**
   * One example of the role for a supervised start, with inputs as the agent sees them; left out, the perfect replies to the task and,
   * for the role `reduce`, to its intermediate texts.
   */
  show?(task: Task, role: string, random: RandomStream): ShownReply | null
  /** Whether a text could be a whole task, so that a split decides about it; left out, every text could. */
  isTask?(text: string): boolean
}
