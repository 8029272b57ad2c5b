import type { Value } from '../../../compiler/index.ts'
import { withoutExpected } from '../comparing-scorer.ts'
import type { Scorer, Verdict } from '../scorer.ts'
import { verdictOf } from '../scorer.ts'
import { programBeside, TimedWorker } from '../worker/index.ts'
import type { Compared, Comparison } from './compare-answers.ts'

export interface MathSettings {
  /** For one comparison. */
  readonly timeoutSeconds: number
}

/** Longer answers are wrong: nobody reads them, and comparing them takes too long. */
const longestAnswer = 2_000
const memoryMegabytes = 512

/** One thread for all: comparisons take milliseconds, and each thread holds the library. */
const worker = new TimedWorker<Comparison, Compared>(programBeside(import.meta.url, 'math-worker'), { memoryMegabytes })

/**
 * 1 where the result is the same mathematics as the expected value: a number, or a text with an expression, plain or in LaTeX.
 * An answer that cannot be read, or that cannot be compared in time, is wrong; where that holds of the expected value, the
 * scorer has failed.
 */
export const mathScorer = ({ timeoutSeconds }: MathSettings): Scorer => ({
  name: 'math',
  fits: ({ expected }) => {
    if (expected === undefined) return withoutExpected
    const text = answerText(expected)
    if (text === null) return { kind: 'unfit', problem: 'for "math", "expected" must be a text or a number' }
    return text.length <= longestAnswer ? { kind: 'fits' } : { kind: 'unfit', problem: `for "math", "expected" has at most ${longestAnswer} characters` }
  },
  judge: async (result, { expected }): Promise<Verdict> => {
    const [found, wanted] = [answerText(result), answerText(expected ?? null)]
    if (wanted === null) return withoutExpected
    if (found === null || found.length > longestAnswer) return verdictOf(false)
    const answer = await worker.ask({ expected: wanted, found }, timeoutSeconds)
    switch (answer.kind) {
      case 'reply':
        return ofCompared(answer.reply, wanted)
      case 'unavailable':
        return { kind: 'failed', reason: `math: ${answer.message}` }
      case 'too_hard':
        return (await canBeCompared(wanted, timeoutSeconds)) ? verdictOf(false) : { kind: 'failed', reason: `math: ${quoted(wanted)} cannot be compared within ${timeoutSeconds} seconds` }
    }
  },
})

function ofCompared(compared: Compared, wanted: string): Verdict {
  switch (compared.kind) {
    case 'equal':
      return verdictOf(true)
    case 'different':
    case 'unreadable':
      return verdictOf(false)
    case 'unreadable_expected':
      return { kind: 'failed', reason: `math: ${quoted(wanted)} cannot be read: ${compared.reason}` }
  }
}

/** Which of the two was too hard: the expected answer is compared with an easy one. */
async function canBeCompared(wanted: string, seconds: number): Promise<boolean> {
  const answer = await worker.ask({ expected: wanted, found: '1' }, seconds)
  return answer.kind === 'reply'
}

function answerText(value: Value): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
}

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
