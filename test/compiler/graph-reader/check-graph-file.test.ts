import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkGraphFile } from '../../../compiler/graph-reader/index.ts'
import { folderWith } from '../../cli/mas.ts'
import { edited } from './edited.ts'
import { script } from './mixed-graph.ts'

describe('a graph file', () => {
  test('is a file with one workflow', () => {
    const text = JSON.stringify(edited(script))
    using folder = folderWith({ 'graph.json': text })
    const path = join(folder.path, 'graph.json')
    const { diagnostics, workflows, sources } = checkGraphFile(path)
    expect(diagnostics).toEqual([])
    expect(workflows).toMatchObject([{ name: 'main', compiled: { kind: 'graph', graph: { workflow: 'main' } } }])
    expect(sources.get(path)).toBe(text)
  })

  test.each([
    ['{', 'MAS6001'],
    ['{}', 'MAS6002'],
    ['['.repeat(5001), 'MAS6003'],
    [JSON.stringify(edited(script, { '/body/nodes/0/agent': 'Srt' })), 'MAS6004'],
    [JSON.stringify(edited(script, { '/result': { kind: 'int' } })), 'MAS6005'],
    [JSON.stringify(edited(script, { '/bounds/calls': 1 })), 'MAS6006'],
  ])('%.30s: %s', (text, code) => {
    using folder = folderWith({ 'graph.json': text })
    const { diagnostics, workflows } = checkGraphFile(join(folder.path, 'graph.json'))
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
    expect(workflows).toEqual([])
  })

  test('that cannot be read has no source', () => {
    using folder = folderWith({})
    mkdirSync(join(folder.path, 'folder.json'))
    writeFileSync(join(folder.path, 'bytes.json'), Uint8Array.of(0x7b, 0xff))
    const said = ['none.json', 'folder.json', 'bytes.json'].map((name) => checkGraphFile(join(folder.path, name)))
    expect(said.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([['MAS2101'], ['MAS2102'], ['MAS2102']])
    expect(said.map(({ sources }) => sources.size)).toEqual([0, 0, 0])
  })
})
