import { expect, test } from 'vitest'
import { folderWith, masHere } from '../mas.ts'

const script = `
tool pay(amount: int) -> string from "host:pay"
tool write(path: string) -> string from "host:write_document"
tool compute(expression: string) -> number from "std:calculator"
workflow main() -> string { return pay(1) }
workflow other(path: string) -> string { return write(path) }
workflow third(e: string) -> number { return compute(e) }
`

const program = { command: [process.execPath, '-e', 'require("node:fs").writeFileSync("paid", ""); console.log(JSON.stringify("paid"))'] }
const approved = { approve: true }

async function run(tools: Readonly<Record<string, object>>) {
  using folder = folderWith({ 'a.mas': script, 'c.json': JSON.stringify({ tools: { 'host:pay': program, ...tools } }) })
  const { exit, out, err } = await masHere(['run', 'a.mas', '--workflow', 'main', '--config', 'c.json'], folder.path)
  const notes = err.split('\n').filter((line) => line.startsWith('note: '))
  return { exit, out, err, notes }
}

const unused = (source: string): string => `c.json: tools: no tool of a.mas is from "${source}"`

test.each([
  ['host:pey', 'host:pay'],
  ['host:Pay', 'host:pay'],
  ['host:apy', 'host:pay'],
  ['std:pay', null],
  ['host:writedocument', 'host:write_document'],
  ['host:wirte_documents', 'host:write_document'],
  ['std:calculater', 'std:calculator'],
])('an approval of %s', async (source, meant) => {
  const { exit, out, err, notes } = await run({ [source]: approved })
  if (meant === null) {
    expect({ exit, notes }).toEqual({ exit: 0, notes: [`note: ${unused(source)}, so that its "approve" holds back no call.`] })
    return
  }
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toContain(
    `${unused(source)}, so that its "approve" holds back no call. Did you mean "${meant}"? If not, write "approve": false at "${meant}"\n`,
  )
})

test.each([
  ['far from all others', { 'host:mail': approved }, `${unused('host:mail')}, so that its "approve" holds back no call.`],
  [
    'near one of which it is said that it needs none',
    { 'host:pey': approved, 'host:pay': { ...program, approve: false } },
    `${unused('host:pey')}, so that its "approve" holds back no call.`,
  ],
  ['without approval and near one that nothing is said of', { 'std:calculater': program }, `${unused('std:calculater')}. Did you mean "std:calculator"?`],
])('an entry %s is noted, and the run goes on', async (_, tools, note) => {
  expect(await run(tools)).toMatchObject({ exit: 0, out: 'paid\n', notes: [`note: ${note}`] })
})

test.each([
  ['of another script', { 'host:mail': program }],
  ['near one that is bound', { 'host:pey': program }],
  ['of another workflow of the script', { 'host:write_document': { ...program, approve: true } }],
])('an entry %s is nothing to tell', async (_, tools) => {
  expect(await run(tools)).toMatchObject({ exit: 0, out: 'paid\n', notes: [] })
})
