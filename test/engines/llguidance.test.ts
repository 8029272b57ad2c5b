import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { cases, grammarOf, seed, startOf } from './texts.ts'
import type { Case } from './texts.ts'

interface Answer {
  readonly problems: string
  readonly derived: readonly boolean[]
  readonly written: readonly (string | null)[]
}

const samples = 12

const python = join(import.meta.dirname, '.venv/bin/python')
const isThere = existsSync(python)
if (!isThere) process.stderr.write('llguidance: left out, there are no Python packages here\n')

function ask(given: Case, texts: readonly string[]): Answer {
  const input = JSON.stringify({ grammar: grammarOf('lark', given), texts, start: startOf(given), samples, seed })
  const script = join(import.meta.dirname, 'derive-with-llguidance.py')
  return JSON.parse(execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: 2 ** 26 })) as Answer
}

/** A digit and `.` may go on as a number: its lexer does not step back where a field follows. */
const isReadAlike = (text: string): boolean => !/\d\.[A-Za-z_]/.test(text)

describe.runIf(isThere)(`llguidance, seed ${seed}`, () => {
  test.each(cases)('agrees on the texts of $name, and what it writes parses', (given) => {
    const texts = given.texts.filter(({ text }) => isReadAlike(text))
    const { problems, derived, written } = ask(given, texts.map(({ text }) => text))
    expect(problems).toBe('')
    expect(texts.filter((text, index) => text.derived !== derived[index])).toEqual([])
    const finished = written.filter((text) => text !== null)
    process.stdout.write(`llguidance wrote ${finished.length} of ${samples} texts to their end for ${given.name}\n`)
    expect(finished).not.toEqual([])
    expect(finished.filter((text) => parse(text).problems.some(({ kind }) => kind !== 'nested_too_deeply'))).toEqual([])
  })
})
