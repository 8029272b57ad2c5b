import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith, masHere, projectFolder } from '../cli/mas.ts'
import { typeProblems } from '../compiler/emit/type-check.ts'
import { blocksOf, pageAt } from './pages.ts'

const page = pageAt('docs/guides/compile-to-typescript.md')
const [script, emitted, program, session] = ['mas', 'ts', 'ts', ''].map((label, position) => {
  const blocks = blocksOf(page).filter((block) => block.label === label)
  const block = blocks[position === 2 || position === 3 ? 1 : 0]
  if (block === undefined) throw new Error(`the guide has no block ${position + 1}`)
  return block.text
})

test('the guide shows the module that its script becomes, and what running it prints', async () => {
  using folder = folderWith({ 'reflect.mas': script ?? '', 'run.ts': program ?? '' })
  expect(await masHere(['compile', 'reflect.mas', '-o', 'reflect.ts'], folder.path)).toEqual({ exit: 0, out: '', err: '' })
  const module = readFileSync(join(folder.path, 'reflect.ts'), 'utf8')
  expect(module.slice(module.indexOf('import '))).toBe(emitted)
  expect(typeProblems([module])).toEqual([])

  const runtime = pathToFileURL(join(projectFolder, 'runtime', 'index.ts')).href
  for (const name of ['reflect.ts', 'run.ts']) {
    const path = join(folder.path, name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll("'maslang/runtime'", JSON.stringify(runtime)))
  }
  const out = execFileSync(process.execPath, ['run.ts'], { cwd: folder.path, encoding: 'utf8' })
  expect(`$ node run.ts\n${out}`).toBe(session)
}, 60_000)
