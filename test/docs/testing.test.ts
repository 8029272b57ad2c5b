import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as testing from '../../testing/index.ts'
import { testingPage } from '../../scripts/testing-page.ts'
import { blocksOf, pageAt, projectFolder } from './pages.ts'

const hooks = join(projectFolder, 'test/examples/maslang-source.ts')
const examples = blocksOf(pageAt('docs/guides/property-test-your-tool.md')).filter(({ label }) => label === 'ts')

/** Runs a program of the guide as a file of the project, over the sources. */
const run = (program: string) =>
  spawnSync(process.execPath, ['--import', hooks, '--input-type=module-typescript', '--eval', program], { cwd: projectFolder, encoding: 'utf8' })

describe('the guide to property tests', () => {
  test('has an example for a tool that is called and for one that reads', () => {
    expect(examples).toHaveLength(2)
  })

  test.each(examples)('has an example that holds, in line $line', ({ text }) => {
    const { status, stderr } = run(text)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test.each([
    ['a tool that gives half a word', /\.length }\),\n/, '.length + 0.5 }),\n', /invalid|words/],
    ['a tool that counts lines from 0', "split('\\n').length}`)", "split('\\n').length - 1}`)", /MAS2003|MAS3102|MAS1307/],
  ])('has an example that finds %s', (_, right, wrong, told) => {
    const program = examples.map(({ text }) => text).find((text) => text.replace(right, wrong) !== text)
    const { status, stderr } = run(program?.replace(right, wrong) ?? '')
    expect(status).toBe(1)
    expect(stderr).toMatch(/Property failed after \d+ tests/)
    expect(stderr).toMatch(told)
  })
})

describe('the page of what the testing subpath exports', () => {
  test('is what `npm run docs:testing` writes', () => {
    expect(pageAt('docs/testing.md').text).toBe(testingPage())
  })

  test('has a section for each export', () => {
    const { text } = pageAt('docs/testing.md')
    expect(Object.keys(testing).filter((name) => !text.includes(`\n## ${name}\n`))).toEqual([])
  })
})
