import { describe, expect, test } from 'vitest'
import { builtins } from '../../compiler/builtins/index.ts'
import { allCodes } from '../../compiler/diagnostics/registry.ts'
import { blocksOf as blocksInside, compileProgram, createMemoryReader } from '../../compiler/index.ts'
import type { Block, Node } from '../../compiler/index.ts'
import { reservedWords } from '../../grammar/index.ts'
import { memoryTerminal } from '../cli/memory-terminal.ts'
import { runCommandLine } from '../../cli/program.ts'
import { blocksOf, pageAt, sectionOf } from './pages.ts'

const reference = pageAt('docs/language.md')

/** What stands in backticks. */
const quotedIn = (text: string): readonly string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted)

const nodesIn = (block: Block): readonly Node[] =>
  block.nodes.flatMap((node) => [node, ...blocksInside(node).flatMap((inner) => nodesIn(inner))])

describe('the language reference', () => {
  test('lists every diagnostic code once, and no other', () => {
    const rows = [...sectionOf(reference, 'Diagnostics').matchAll(/^\| `(MAS\d{4})` \| \S/gm)].map(([, code = '']) => code)
    expect(rows).toEqual(allCodes.map(({ code }) => code))
  })

  test('says something about every builtin', () => {
    const words = new Set(quotedIn(sectionOf(reference, 'Values and builtins')).flatMap((quoted) => quoted.match(/[a-z]+/g) ?? []))
    expect([...builtins.keys()].filter((name) => !words.has(name))).toEqual([])
  })

  test('names every reserved word', () => {
    const [, words = ''] = /Reserved words: `([^`]+)`/.exec(reference.text) ?? []
    expect(words.split(/\s+/).toSorted()).toEqual([...reservedWords].toSorted())
  })

  test('lists the commands that there are', async () => {
    const terminal = memoryTerminal()
    await runCommandLine(['--help'], terminal)
    const [, listed = ''] = terminal.outText().split('Commands:\n')
    const commands = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
    const rows = [...sectionOf(reference, 'Command line').matchAll(/^\| `mas (\w+) /gm)].map(([, name]) => name)
    expect(rows).toEqual(commands)
  })

  test('names the nodes of its example as the compiler does', () => {
    const section = sectionOf(reference, 'Node names')
    const [example] = blocksOf({ path: reference.path, text: section })
    const reader = createMemoryReader(new Map([['example.mas', example?.text ?? '']]))
    const main = compileProgram('example.mas', reader).workflows.find(({ name }) => name === 'main')?.compiled
    const nodes = main?.kind === 'graph' ? nodesIn(main.graph.body) : []
    const rows = section.split('\n').filter((line) => line.startsWith('| '))
    const listed = rows.flatMap((row) => quotedIn(row.split(' | ').at(-1) ?? ''))
    expect(listed.filter((name) => !nodes.some((node) => node.instance === name))).toEqual([])
    const calls = nodes.filter((node) => node.kind === 'agent').map((node) => node.instance)
    expect(calls.filter((name) => !listed.includes(name))).toEqual([])
    expect(calls.length).toBeGreaterThan(10)
  })
})
