import { expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { moduleOf } from './emitted-module.ts'

/** The constants of the module of a workflow that calls the agent `A`. */
async function definitionOf(declarations: string): Promise<string> {
  const text = `${declarations}\nworkflow main(q: string) -> string {\n  a = A(q)\n  return json(a)\n}\n`
  const compiled = compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]])))
  const module = await moduleOf(compiled)
  return module.slice(module.indexOf("'maslang/runtime'\n") + 18, module.indexOf('/** What `main` takes.')).trim()
}

test('what goes without saying is left out', async () => {
  expect(await definitionOf('agent A(q: string) -> string { max_tokens 1024 repairs 0 }')).toBe(`const A = mas.agent<{ readonly q: string }, string>({
  name: 'A',
  parameters: { q: mas.types.string },
  result: mas.types.string,
})`)
})

test('settings, comments and tools', async () => {
  const declarations = `/// Looks a key up.
tool look(key: string) -> string? from "host:look" pure
/// Works.
///
/// Or */ tries.
agent A(q: string) -> int { role "Work." model "large" policy careful temperature 0.5 top_p 1 max_tokens 7 max_turns 2 repairs 3 timeout 9 tools look }`
  expect(await definitionOf(declarations)).toBe(`/** Looks a key up. */
const look = mas.tool<{ readonly key: string }, string | null>({
  name: 'look',
  documentation: 'Looks a key up.',
  parameters: { key: mas.types.string },
  result: mas.types.optional(mas.types.string),
  from: 'host:look',
  pure: true,
})

/**
 * Works.
 *
 * Or * / tries.
 */
const A = mas.agent<{ readonly q: string }, number>({
  name: 'A',
  documentation: 'Works.\\n\\nOr */ tries.',
  parameters: { q: mas.types.string },
  result: mas.types.int,
  role: 'Work.',
  model: 'large',
  policy: 'careful',
  tools: [look],
  temperature: 0.5,
  top_p: 1,
  max_tokens: 7,
  max_turns: 2,
  repairs: 3,
  timeout: 9,
})`)
})

test('a prompt is a function of the arguments that it inserts', async () => {
  const prompt = 'agent A(q: string, await: string?) -> string { role """\n  Be\n  kind.\n  """ prompt "{{q}}: {{await}}" }'
  const code = await definitionOf(prompt.replace(', await: string?', ''). replace(': {{await}}', '!'))
  expect(code).toContain('role: `Be\nkind.`')
  expect(code).toContain('prompt: ({ q }) => mas.text`${q}!`')
})

test('an agent with other settings is another one', async () => {
  const code = await definitionOf('agent B(q: string) -> string\nagent A = B { model "large" }')
  expect(code).toContain("name: 'A',")
  expect(code).toContain("model: 'large',")
})
