import { expect, test } from 'vitest'
import { endpointNotes } from '../../../cli/run/endpoint-notes.ts'
import { readConfiguration } from '../../../runtime/configuration/index.ts'
import { folderWith, masHere } from '../mas.ts'

function notesOf(endpoints: readonly string[], specs: readonly string[] = []): readonly string[] {
  const models = {
    default: { spec: 'openai:m@http://localhost:11434/v1', fallbacks: ['openai:n@http://localhost:8000/v1'] },
    large: 'openai:o',
    small: 'embedded:arithmetic',
  }
  const read = readConfiguration(JSON.stringify({ models, endpoints: Object.fromEntries(endpoints.map((url) => [url, {}])) }))
  if (read.kind === 'error') throw new Error(read.problems.join('\n'))
  return endpointNotes({ configuration: read.configuration, file: 'c.json', folder: '/', isNamed: true }, specs)
}

test.each([
  ['http://localhost:11434/v1'],
  ['http://LOCALHOST:11434/v1/'],
  ['http://localhost:8000/v1'],
  ['https://api.openai.com/v1'],
  ['http://of-the-command-line/v1'],
])('a server of some model: %s', (url) => {
  expect(notesOf([url], ['openai:m@http://of-the-command-line:80/v1'])).toEqual([])
})

test.each([
  ['http://localhost:11434', 'c.json: endpoints: no model stands on "http://localhost:11434". Did you mean "http://localhost:11434/v1"?'],
  [
    'https://elsewhere/v1',
    'c.json: endpoints: no model stands on "https://elsewhere/v1".' +
      ' There is "http://localhost:11434/v1", "http://localhost:8000/v1", "https://api.openai.com/v1".',
  ],
])('no server of any model: %s', (url, note) => {
  expect(notesOf([url])).toEqual([note])
})

test.each([['run', 'a.mas'], ['eval', 'a.mas', '--tasks', 't.jsonl', '--scorer', 'exact']])('mas %s tells it', async (...command) => {
  using folder = folderWith({
    'a.mas': 'workflow main() -> int { return 1 }\n',
    't.jsonl': '{"id":"a","input":{},"expected":1}\n',
    'mas.config.json': '{"models":{"default":"openai:m@http://h/v1"},"endpoints":{"http://h":{"concurrency":1}}}',
  })
  const { exit, err } = await masHere(command, folder.path)
  expect(exit).toBe(0)
  expect(err).toMatch(/^note: .*mas\.config\.json: endpoints: no model stands on "http:\/\/h"\. There is "http:\/\/h\/v1"\.\n/)
})
