import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishedText, randomDesign } from '../../../compiler/derivation/index.ts'
import { characterGrammar } from '../../../grammar/export/index.ts'
import { parse } from '../../../grammar/index.ts'
import { derivedText } from '../../../testing/texts/derived-text.ts'
import { randomNumbers } from '../../compiler/derivation/designs.ts'
import { richSpecification } from '../../compiler/derivation/rich-specification.ts'
import { changed, changesWith } from '../../property/changed-scripts.ts'
import { declarations, fixedNames, libraryScripts, namesOf, scripts, workflowWith } from './grammars.ts'
import { recognises } from './recognise.ts'

const whole = characterGrammar(null)
const fixed = characterGrammar(fixedNames)
const runs = Number(process.env['PROPERTY_RUNS'] ?? 200)

const inWorkflow = (statements: string): string => `workflow main(x: string) -> string {\n${statements}\n}\n`
const inText = (text: string): string => inWorkflow(`  return ${text}`)

/** Whether the parser has nothing to complain about, or only how deep the text nests: no grammar can count that. */
function isLegal(source: string): boolean {
  const { problems } = parse(source)
  return problems.length === 0 || problems.some(({ kind }) => kind === 'nested_too_deeply')
}

describe('the grammar of files', () => {
  test.each([...scripts, ...libraryScripts])('derives %s', (_, source) => {
    expect(recognises(whole, source)).toBe(true)
  })

  test.each([
    '', '\n', '// only a comment', 'type T = string?[3]?', 'type T = agent(string) -> string[]',
    'export enum E { a, b, }', 'agent A() -> int { }', 'agent B = A { model "x" temperature 0.5 }',
    'tool t(a: { if: int }) -> bool from """x""" pure',
    inWorkflow('  _ = f(1)\n  return -x ?? {a: 1}.a'),
    inWorkflow('  repeat max 3 { if x { stop when y } }\n  match v { a => { return 1 } else => { return 2 } }'),
    inWorkflow('  if a { return 1 } else if b { return 2 } else { return 3 }'),
    inWorkflow('  return each a, i in xs max 3 { b = a yield b } otherwise sample 2 of f(x, .g, h: 1)'),
    inText('""'), inText('"{"'), inText('"a {b} c}} \\{{ \\u{1F600} \\\\"'), inText('"{{{x}} {{ f([{a: 1}]) }}"'),
    inText('"""\\boxed{x} {"a": 1} "" \\{{ \\"""'), inText('""""""'), inText('"""a"""""'), inText('"""{{"""{{x}}"""}}"""'),
    inText('"{{#if x}}a{{else}}{{#each xs as y}}{{y}}{{/each}}{{/if}}"'),
  ])('derives %j', (source) => {
    expect(parse(source).problems).toEqual([])
    expect(recognises(whole, source)).toBe(true)
  })

  test.each([
    'type if = string', 'type T = string??', 'type T = agent() -> int?? ', 'enum E { }', 'type T = { }',
    'agent A() -> int { role: "x" }',
    'type T = int import { a } from "b"', 'import { a } from "{{b}}"',
    inWorkflow('  let y = 1\n  return y'), inWorkflow('  y += 1\n  return y'), inWorkflow('  f(x)\n  return x'),
    inWorkflow('  return a < b < c'), inWorkflow('  return a && b'), inWorkflow('  return { b: 1, ...a }'),
    inWorkflow('  return x\n  y = 1'), inWorkflow('  stop when x\n  return x'), inWorkflow('  yield x\n  return x'),
    inWorkflow('  repeat max 2 { return x }\n  return x'), inWorkflow('  y = each z in x { stop when z yield z }\n  return y'),
    inWorkflow('  if x { return 1 }'), inWorkflow('  y = 1'), inWorkflow('  match x { _ => { return 1 } }'),
    inWorkflow('  return returnx y'), inWorkflow('  return x of'), inWorkflow('  return 1_000'), inWorkflow('  return 12x'),
    inText('"a\nb"'), inText('"\\q"'), inText('"\\u{D800}"'), inText('"\\u{110000}"'), inText('"{{x"'), inText('"{{#if x}}"'),
    inText('"{{/if}}"'), inText('"{{#each x}}{{/each}}"'), inText('"""a'), inText('\'a\''), inText('f"a"'),
    inText('"{{#unless x}}{{/unless}}"'), inText('"{{{a: 1}}}"'), inText('"{{x\n}}"'),
  ])('does not derive %j', (source) => {
    expect(recognises(whole, source)).toBe(false)
  })

  test('derives nothing that the parser complains about', () => {
    fc.assert(fc.property(derivedText(whole), isLegal), { numRuns: runs })
  })

  test('derives no changed script that the parser complains about', () => {
    const sources = scripts.map(([, source]) => source)
    const change = fc.tuple(fc.constantFrom(...sources), fc.array(changesWith(sources), { minLength: 1, maxLength: 3 }))
    fc.assert(fc.property(change, ([source, changes]) => {
      const text = changed(source, changes)
      return !recognises(whole, text) || isLegal(text)
    }), { numRuns: runs })
  })
})

describe('the grammar with fixed names', () => {
  test.each([
    'return Solver(problem)', 'return Solver(problem: "a", feedback: none)', 'Draft = lookup("a") return Draft',
    'return pick(problem, n: 2, use: Solver)', 'return pick(problem, 2, twice)', 'return debate(Solver, 3)',
    'len = len(problem) return text(len)', 'best_one = vote(drafts, .answer) return best_one',
    'match v { correct => { return "a" } wrong => { return "b" } }', 'x: Review? = none return x ?? Verdict.wrong',
    'return "{{len(problem)}} {{Verdict.correct}}"',
  ])('derives %j', (statements) => {
    expect(parse(workflowWith(statements)).problems).toEqual([])
    expect(recognises(fixed, workflowWith(statements))).toBe(true)
  })

  test.each([
    'return Nobody(problem)', 'return problem(1)', 'return Solver', 'return Solver(Critic)', 'Solver = 1 return Solver',
    'return Verdict.maybe', 'return Review.feedback(1)', 'match v { maybe => { return "a" } }', 'x: Draft = 1 return x',
    'x: Solver = 1 return x', 'return sample n of Solver(problem)', 'return "{{Solver(problem)}}"', 'return len(a: 1)',
    'return Solver(.a)', 'return "{{Verdict/**/.correct}}"', 'x: agent() -> int = 1 return x', 'return main(problem)',
  ])('does not derive %j', (statements) => {
    expect(recognises(fixed, workflowWith(statements))).toBe(false)
  })

  test('has no match where there is no enum', () => {
    const names = namesOf('agent Solver(problem: string) -> string\nworkflow main(problem: string) -> string { }\n')
    const grammar = characterGrammar(names)
    expect(recognises(grammar, workflowWith('return Solver(problem)'))).toBe(true)
    expect(recognises(grammar, workflowWith('match x { else => { return "a" } }'))).toBe(false)
  })

  test('leaves the head open where the script has no main', () => {
    const grammar = characterGrammar(namesOf(declarations))
    expect(recognises(grammar, 'workflow main(a: Verdict, b: int[3]) -> string? budget { calls 3 } { return none }')).toBe(true)
    expect(recognises(grammar, 'workflow other(a: int) -> string { return none }')).toBe(false)
    expect(recognises(grammar, 'workflow main(static a: int) -> string { return none }')).toBe(false)
  })

  test('derives nothing that the parser complains about', () => {
    fc.assert(fc.property(derivedText(fixed), isLegal), { numRuns: runs })
  })

  test('derives every design of its declarations', () => {
    const specification = richSpecification({ calls: 40, depth: 20, statements: 5, nesting: 2, expressionDepth: 2 })
    const { preamble } = specification
    const text = (seed: number): string => finishedText(randomDesign(specification, randomNumbers(seed))) ?? ''
    const main = (source: string): string => source.slice(source.indexOf('workflow main(')).trimEnd()
    const grammar = characterGrammar(namesOf(`${preamble}\n${main(text(0)).split('\n')[0] ?? ''} }`))
    fc.assert(fc.property(fc.integer(), (seed) => {
      expect(recognises(whole, text(seed))).toBe(true)
      expect(recognises(grammar, main(text(seed)))).toBe(true)
    }), { numRuns: 40 })
  })
})
