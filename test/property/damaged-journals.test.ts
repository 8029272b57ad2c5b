import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { journalFolder } from '../runtime/journal/journal-folder.ts'
import { startModelServer } from '../model-server/index.ts'
import type { ModelServer } from '../model-server/index.ts'
import { folderWith, masHere } from '../cli/mas.ts'
import { propertyRuns } from './property-runs.ts'

const script = `
import { calculator } from "std/tools"
agent Writer(topic: string) -> string { tools calculator }
workflow main(topic: string) -> string {
  sum = calculator("1 + 1")
  text = Writer("{{topic}} {{sum}}")
  repeat max 2 { text = Writer(text) }
  return text
}`

let server: ModelServer
let folder: ReturnType<typeof folderWith>

/** A run of two tasks: one has ended, the other was interrupted on its way. */
beforeAll(async () => {
  server = await startModelServer(({ messages }, number) => {
    const content = messages.at(-1)?.content ?? ''
    return content.includes('fails') && number % 2 === 0
      ? { kind: 'status', status: 400 }
      : { kind: 'reply', content: `${content} ${'long '.repeat(100)}` }
  })
  folder = folderWith({ 'w.mas': script, 't.jsonl': ['good', 'fails'].map((id) => JSON.stringify({ id, input: { topic: id } })).join('\n') })
  await masHere(['run', 'w.mas', '--tasks', 't.jsonl', '--model', `default=openai:m@${server.baseUrl}`, '--seed', '1', '--run-id', 'it'], folder.path)
  const database = new DatabaseSync(join(folder.path, '.mas', 'runs', 'it.sqlite'))
  database.exec("delete from ends where execution = 2; delete from entries where execution = 2 and position > 1; pragma wal_checkpoint(truncate)")
  database.close()
})

afterAll(async () => {
  folder[Symbol.dispose]()
  await server[Symbol.asyncDispose]()
})

const columns = {
  contents: ['hash', 'text'],
  plans: ['number', 'plan'],
  sessions: ['number', 'process', 'started'],
  executions: ['number', 'task', 'header', 'started'],
  entries: ['execution', 'position', 'batch', 'kind', 'node', 'attempt', 'turn', 'asked', 'ended', 'time', 'elapsed'],
  ends: ['execution', 'outcome', 'usage', 'time'],
} as const

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

const places = fc.constantFrom(...Object.entries(columns).flatMap(([table, names]) => names.map((column) => ({ table, column }))))
const cells = fc.constantFrom("''", "'x'", "'{}'", "'[]'", "'null'", "'\\u0000'", '0', '-1', '1', '1.5', '9223372036854775807', '9e999', `'${deep(3000)}'`, `'${deep(200_000)}'`)

/** Changes of the tables by themselves, as SQL. */
const sql = fc
  .oneof(
  fc.record({ place: places, cell: cells }).map(({ place, cell }) => `update or ignore ${place.table} set ${place.column} = ${cell}`),
  places.map(({ table }) => `drop table ${table}`),
  places.map(({ table }) => `delete from ${table}`),
  places.map(({ table, column }) => `alter table ${table} rename column ${column} to other`),
  places.map(({ table }) => `create trigger t before insert on ${table} begin select raise(abort, 'no'); end`),
  places.map(({ table }) => `alter table ${table} rename to was; create view ${table} as select * from was`),
  fc.constantFrom('pragma user_version = 0', 'pragma user_version = 2', 'pragma application_id = 1'),
)
  .map((text) => ({ kind: 'sql', text }) as const)

/** Another value at some place of the JSON in a column. */
const json = fc.record({
  kind: fc.constant('json' as const),
  place: fc.constantFrom(
    ...['plans.plan', 'executions.header', 'entries.ended', 'ends.outcome', 'ends.usage'].map((name) => name.split('.') as [string, string]),
  ),
  steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
  replacement: fc.constantFrom<unknown>(undefined, null, true, 0, -1, 1.5, 1e300, '', 'x', [], {}, [[]], { kind: 'ok' }, { a: 1 }),
})

/** The value with another one, or none, at the place that the steps lead to. */
function changed(value: unknown, [step = 0, ...rest]: readonly number[], replacement: unknown): unknown {
  if (typeof value !== 'object' || value === null) return replacement
  const entries = Object.entries(value)
  const chosen = entries[step % Math.max(1, entries.length)]
  if (chosen === undefined) return replacement
  const [name, part] = chosen
  const other = rest.length === 0 ? replacement : changed(part, rest, replacement)
  const made = entries.flatMap(([known, kept]): [string, unknown][] => (known !== name ? [[known, kept]] : other === undefined ? [] : [[known, other]]))
  return Array.isArray(value) ? made.map(([, kept]) => kept) : Object.fromEntries(made)
}

type Change = { readonly kind: 'sql'; readonly text: string } | { readonly kind: 'json'; readonly place: readonly [string, string]; readonly steps: readonly number[]; readonly replacement: unknown }

/** Makes a copy of the journal with a change. */
function damage(file: string, change: Change): void {
  copyFileSync(join(folder.path, '.mas', 'runs', 'it.sqlite'), file)
  using database = new DatabaseSync(file)
  switch (change.kind) {
    case 'sql':
      try {
        database.exec(change.text)
      } catch {
        // SQLite itself forbids this change: the journal is as it was.
      }
      return
    case 'json': {
      const { place, steps, replacement } = change
      const [table, column] = place
      for (const { text = null } of database.prepare(`select ${column} as text from ${table}`).all()) {
        const other = JSON.stringify(changed(JSON.parse(String(text)), steps, replacement)) as string | undefined
        if (other !== undefined) database.prepare(`update ${table} set ${column} = ? where ${column} = ?`).run(other, text)
      }
    }
  }
}

const commands: readonly (readonly string[])[] = [
  ['runs'],
  ['runs', 'show', 'it', '--json'],
  ['runs', 'show', 'it'],
  ['runs', 'export', 'it'],
  ['resume', 'it', '--json'],
  ['runs', 'show', 'it', '--json'],
]

test('a journal that was changed at random is refused, or goes on; nothing throws', async () => {
  const changes: fc.Arbitrary<Change> = fc.oneof(sql, json)
  await fc.assert(
    fc.asyncProperty(changes, async (change) => {
      using runs = journalFolder()
      damage(runs.file('it'), change)
      for (const command of commands) {
        const { exit, err } = await masHere([...command, '--runs', runs.path], folder.path)
        expect([0, 2, 3], `${command.join(' ')}: ${err}`).toContain(exit)
      }
    }),
    { numRuns: propertyRuns(60), examples: [[{ kind: 'sql', text: 'update entries set time = 9223372036854775807' }]] },
  )
})
