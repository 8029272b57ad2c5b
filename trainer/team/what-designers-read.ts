import { taskText } from '../tasks/index.ts'
import type { Task } from '../tasks/index.ts'

/** What a small designer reads of tasks, and the characters that it is written in. */
export interface DesignerReading {
  readonly kind: 'text' | 'features'
  readonly characters: string
  readonly reads: (task: Pick<Task, 'input'>) => string
}

/** Longer texts would take the positions of the design, and a small network learns little from them. */
export const mostReadCharacters = 40

/** More different ones than in several alphabets: each would be a symbol of its own, seen too seldom to be learned. */
const mostDifferent = 120

/** The tasks' own texts where all of them are short and written in few characters, else four features of each text. */
export function designerReading(tasks: readonly Pick<Task, 'input'>[]): DesignerReading {
  const texts = tasks.map(taskText)
  const characters = [...new Set(texts.join(''))].sort().join('')
  return texts.every((text) => [...text].length <= mostReadCharacters) && [...characters].length <= mostDifferent
    ? { kind: 'text', characters, reads: taskText }
    : { kind: 'features', characters: '0123456789abcdef', reads: (task) => taskFeatures(taskText(task)) }
}

/** The sizes of a text in characters, words, digits and lines, each as one hexadecimal digit: 0 for none, then its binary length. */
export const taskFeatures = (text: string): string =>
  [text.length, text.match(/\S+/g)?.length ?? 0, text.match(/\d/g)?.length ?? 0, text.split('\n').length]
    .map((count) => Math.min(15, count.toString(2).length * Math.sign(count)).toString(16))
    .join('')
