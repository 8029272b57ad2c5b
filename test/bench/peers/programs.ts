import { globSync, readFileSync } from 'node:fs'
import { typicalScript } from '../scripts/scripts.ts'

/** Programs that every parser of the language has to read. */
export function goodPrograms(): readonly string[] {
  const files = globSync(['examples/**/*.mas', 'compiler/library/*.mas']).sort()
  return [...files.map((file) => readFileSync(file, 'utf8')), typicalScript, ...constructs.map(inWorkflow)]
}

/** Programs that every parser of the language has to refuse. */
export const brokenPrograms = (): readonly string[] => [
  'workflow main(task: string) -> string { return }',
  'workflow main(task: string) -> string { return task',
  'workflow main(task string) -> string { return task }',
  'agent (task: string) -> string',
  'agent Writer(task: string) string',
  'agent Writer(task: string) -> string { role }',
  'agent Writer(task: string) -> string { colour "red" }',
  'enum Verdict { }',
  'type Review = { verdict }',
  'tool search(query: string) -> string',
  'import python from "std/tools"',
  ...[
    'if = 1', 'x = 1 +', 'x = (1', 'x = [1, 2', 'x = "open', 'x = "{{task"', 'x = "{{#if task}} never closed"', 'repeat 3 { }',
    'for x in { }', 'match task { one => task }', 'x = sample of task', 'x = each y in task { y }', 'x = not', 'x = { a 1 }',
    'x = a.', 'x = f(,)', 'stop task', 'assert', 'x = """open',
  ].map(inWorkflow),
]

/** What the examples have little of. */
const constructs: readonly string[] = [
  'x = -a ?? 3 * (b - 2) % 4 <= 1 and not c or d otherwise none',
  'x = f(a, b: 2, .field)[0].if(1)[xs[1]]; y: int?[3][] = []',
  'x = { ...r, b: 3, type: [1, 0.5, 1e-3,], }',
  'max = 3 from = 4 role = "plain" as = true',
  'x = "a {{f("b {{c}} { } d")}} \\n \\" { }} {{ {a: 1}.a }} {{{b}}}"',
  'x = """ raw \\boxed{x} "quoted" {"a": 1} \\{{ no }} {{#if a}} one {{else}} two {{/if}} {{#each xs as x}}{{x}}{{/each}}"""',
  'for x, i in xs max 3 { stop when i == 2 } assert x != none else "no"',
  'if a { } else if b { } else { return each y in xs { z = y yield z } }',
]

function inWorkflow(statements: string): string {
  return `workflow main(task: string) -> string {\n${statements}\n}\n`
}
