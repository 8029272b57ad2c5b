import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleResult } from '../trainer/experiments/example-results.ts'
import { exampleEvaluation, exampleStep } from '../trainer/run/example-lines.ts'
import { tinyText } from '../trainer/run/tiny-configuration.ts'
import { folderWith, masHere } from './mas.ts'

const metrics = [exampleEvaluation(), exampleStep()].map((line) => `${JSON.stringify(line)}\n`).join('')

const result = JSON.stringify(exampleResult('both', [0.6]))

describe('mas report', () => {
  test('writes the page of a run into its folder, or where it is told to', async () => {
    using folder = folderWith({ 'run/configuration.json': tinyText(), 'run/metrics.jsonl': metrics })
    expect(await masHere(['report', 'run'], folder.path)).toEqual({ exit: 0, out: `${join('run', 'report.html')}\n`, err: '' })
    expect(readFileSync(join(folder.path, 'run/report.html'), 'utf8')).toContain('<h1>Training run run</h1>')
    expect(await masHere(['report', 'run', '-o', 'page.html'], folder.path)).toMatchObject({ exit: 0, out: 'page.html\n' })
    expect(readFileSync(join(folder.path, 'page.html'), 'utf8')).toBe(readFileSync(join(folder.path, 'run/report.html'), 'utf8'))
  })

  test('writes the page of an experiment', async () => {
    using folder = folderWith({ 'mine/results/seed-1-both.json': result })
    expect(await masHere(['report', 'mine'], folder.path)).toMatchObject({ exit: 0, err: '' })
    expect(readFileSync(join(folder.path, 'mine/report.html'), 'utf8')).toContain('<h1>Experiment mine</h1>')
  })

  test.each([
    [['missing'], 'missing does not exist'],
    [['file'], 'file is not a folder'],
    [['empty'], 'empty holds no training run and no results of an experiment'],
    [['bare'], `${join('bare', 'configuration.json')} does not exist`],
    [['torn'], `${join('torn', 'metrics.jsonl')}, line 3: no line of metrics of this version`],
    [['wrong'], `${join('wrong', 'configuration.json')}: the configuration: there is no setting "nonsense".`],
    [['damaged'], `${join('damaged', 'results', 'seed-1-both.json')} is no result of an experiment`],
    [['run', '-o', 'nowhere/page.html'], 'nowhere/page.html cannot be written: there is no folder nowhere.'],
  ])('%j is told so, and nothing is written', async (commandLine, message) => {
    using folder = folderWith({
      'file': '',
      'empty/note.txt': '',
      'bare/metrics.jsonl': metrics,
      'torn/configuration.json': tinyText(),
      'torn/metrics.jsonl': `${metrics}{"kind":"step"}\n`,
      'wrong/configuration.json': '{"nonsense":1}',
      'wrong/metrics.jsonl': metrics,
      'damaged/results/seed-1-both.json': result.replace('"success":0.6', '"success":"0.6"'),
      'run/configuration.json': tinyText(),
      'run/metrics.jsonl': metrics,
    })
    const ended = await masHere(['report', ...commandLine], folder.path)
    expect({ ...ended, err: ended.err.split('\n')[0]?.slice(0, `mas: ${message}`.length) }).toEqual({ exit: 2, out: '', err: `mas: ${message}` })
    expect(existsSync(join(folder.path, commandLine[0] ?? '', 'report.html'))).toBe(false)
  })
})
