import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageAt, projectFolder, sectionOf } from './pages.ts'

const rows = sectionOf(pageAt('docs/laws.md'), 'The table')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`test/'))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([law = '', file = '', over = '', runs = '', long = '']) => ({ law, file: file.replaceAll('`', ''), over, runs, long }))

const textOf = (path: string): string => readFileSync(join(projectFolder, path), 'utf8')

test('each law names a test that exists', () => {
  expect(rows.filter(({ file }) => !existsSync(join(projectFolder, file)))).toEqual([])
})

test('each file of properties is in the table', () => {
  const files = readdirSync(join(projectFolder, 'test/property')).filter((name) => name.endsWith('.test.ts'))
  const named = rows.map(({ file }) => file)
  expect(files.map((name) => `test/property/${name}`).filter((file) => !named.includes(file))).toEqual([])
})

/** How often a file tries its laws: written out, in a table of its own, or the usual number. */
function runsIn(file: string): readonly string[] {
  const text = textOf(file).replaceAll(/(?<=\d)_(?=\d)/g, '')
  const written = text.includes('propertyRuns(numRuns)') ? /\b(\d+)\b/g : /propertyRuns\((\d+)\)/g
  return [...`${text}${textOf('test/property/property-runs.ts')}`.matchAll(written)].map(([, runs = '']) => runs)
}

test('each law is tried as often as the table says', () => {
  const drawn = rows.filter(({ runs }) => runs !== '–')
  const wrong = drawn.filter(({ file, runs }) => !runsIn(file).includes(runs) && !(runs === '100' && !textOf(file).includes('numRuns')))
  expect(wrong).toEqual([])
  const scale = Number(/MAS_PROPERTY_SCALE:-(\d+)/.exec(textOf('package.json'))?.[1])
  expect(drawn.filter(({ runs, long }) => Number(long) !== Number(runs) * scale)).toEqual([])
})

test('each file of properties prints its seeds', () => {
  const files = [...new Set(rows.filter(({ runs }) => runs !== '–').map(({ file }) => file))]
  expect(files.filter((file) => !textOf(file).includes('property-runs.ts'))).toEqual([])
})
