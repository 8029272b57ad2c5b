import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  choose,
  derivationOf,
  derivableBuiltins,
  expressionKinds,
  finishedText,
  specify,
  startDerivation,
  statementKinds,
} from '../../../compiler/derivation/index.ts'
import type { DerivationSpecification } from '../../../compiler/derivation/index.ts'
import { compileDesign, labels } from './designs.ts'

/** Everything that can be derived, with an example's own declarations. */
function specificationOf(example: string, workflow: string): DerivationSpecification {
  const source = readFileSync(`examples/${example}.mas`, 'utf8')
  const specified = specify({
    preamble: source.slice(0, source.indexOf('workflow main')),
    workflow,
    constructs: {
      statements: statementKinds,
      expressions: expressionKinds,
      builtins: derivableBuiltins,
      integers: [2, 3, 5],
      strings: ['', '{{}}\n{{}}'],
    },
    limits: { calls: 60, statements: 6, nesting: 2, expressionDepth: 4 },
  })
  if (specified.kind === 'mistakes') throw new Error(JSON.stringify(specified.diagnostics))
  return specified.specification
}

describe('programs with more than one kind of agent', () => {
  it.each([
    [
      'plan',
      'main(task: string) -> string',
      'steps = Planner(task) notes = each step in steps { yield Worker(task, step) } return Writer(task, notes)',
    ],
    [
      'plan',
      'main(task: string) -> string',
      `steps = Planner(task) notes = "" for step in steps { found = Worker(task, step) notes = "{{notes}}\\n{{found}}" } return notes`,
    ],
    [
      'reflect',
      'main(problem: string) -> string',
      `draft = Solver(problem)
       repeat max 3 {
         review = Critic(problem, draft)
         stop when review.verdict == Verdict.correct
         draft = Solver(problem, review.feedback)
       }
       return draft.answer`,
    ],
    [
      'reflect',
      'main(problem: string) -> string',
      `draft = Solver(problem)
       match Critic(problem, draft).verdict {
         wrong => { return Solver(problem, none).answer }
         correct => { return draft.answer }
       }`,
    ],
    [
      'ensemble',
      'main(problem: string) -> string',
      `drafts = present(sample 5 of (Solver(problem) otherwise none))
       winner = vote(drafts, .answer)
       agreeing = each draft in drafts { yield draft.answer == winner.answer }
       if count(agreeing) >= 3 { return winner.answer } else { return Judge(problem, drafts).answer }`,
    ],
    [
      'route',
      'main(question: string) -> string',
      `match Router(question) {
         arithmetic => { return Calculator(question) otherwise Generalist(question) }
         code => { return Coder(question) }
         knowledge => { return Generalist(question) }
       }`,
    ],
  ])('%s: %s', (example, workflow, body) => {
    const specification = specificationOf(example, workflow)
    const choices = derivationOf(specification, `workflow ${workflow} { ${body} }`)
    const half = (choices ?? []).reduce(choose, startDerivation(specification))
    const text = finishedText(half)
    expect(text).not.toBeNull()
    expect(compileDesign(text ?? '').diagnostics).toEqual([])
    expect(labels(derivationOf(specification, text ?? ''))).toEqual(labels(choices))
  })
})
