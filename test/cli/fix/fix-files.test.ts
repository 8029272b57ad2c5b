import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, lstatSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rewriteFile } from '../../../cli/fix/rewrite-file.ts'
import { folderWith, masHere } from '../mas.ts'

const agent = 'agent A(question: string) -> string\n\n'
const wrong = `${agent}workflow main(question: string) -> string {\n  let x = A(qestion) // twice\n  return x\n}\n`
const right = `${agent}workflow main(question: string) -> string {\n  x = A(question) // twice\n  return x\n}\n`

describe('mas check --fix', () => {
  test('repairs a file, says what it did, and exits by what is left', async () => {
    using folder = folderWith({ 'a.mas': wrong })
    const { exit, out, err } = await masHere(['check', '--fix', 'a.mas'], folder.path)
    expect({ exit, out }).toEqual({ exit: 0, out: '1 file: no problems\n' })
    expect(err).toMatch(/^a\.mas: fixed MAS1307: .* Leave `let` out\.\na\.mas: fixed MAS2001: .* Write `question`\.\n$/)
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe(right)
    expect(readdirSync(folder.path)).toEqual(['a.mas'])
    expect(await masHere(['check', '--fix', 'a.mas'], folder.path)).toEqual({ exit: 0, out: '1 file: no problems\n', err: '' })
  })

  test('reports what it cannot repair', async () => {
    using folder = folderWith({ 'a.mas': wrong.replace('return x', 'return 1') })
    const { exit, out } = await masHere(['check', '--fix', 'a.mas'], folder.path)
    expect(exit).toBe(1)
    expect(out).toContain('error MAS3002')
  })

  test('touches no file that was not named', async () => {
    const importing = 'import { A } from "./b.mas"\nworkflow main() -> string { return A(nul) }\n'
    using folder = folderWith({ 'a.mas': importing, 'b.mas': 'export agent A(q: str) -> string\n' })
    await masHere(['check', '--fix', 'a.mas'], folder.path)
    expect(readFileSync(join(folder.path, 'b.mas'), 'utf8')).toContain('str)')
  })

  test('keeps a byte order mark, line breaks, the mode and a link', async () => {
    const text = `\ufeff${wrong.replaceAll('\n', '\r\n')}`
    using folder = folderWith({ 'real.mas': text })
    const real = join(folder.path, 'real.mas')
    chmodSync(real, 0o640)
    symlinkSync('real.mas', join(folder.path, 'link.mas'))
    expect((await masHere(['check', '--fix', 'link.mas'], folder.path)).exit).toBe(0)
    expect(readFileSync(real, 'utf8')).toBe(`\ufeff${right.replaceAll('\n', '\r\n')}`)
    expect(statSync(real).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(folder.path, 'link.mas')).isSymbolicLink()).toBe(true)
  })

  test('without --fix says how many it could repair, and --json tells the edits', async () => {
    using folder = folderWith({ 'a.mas': wrong })
    const text = await masHere(['check', 'a.mas'], folder.path)
    expect(text.out).toMatch(/1 file: 2 errors \(`mas check --fix` may repair 2\)\n$/)
    const { out } = await masHere(['check', '--json', 'a.mas'], folder.path)
    const start = { line: 4, column: 3, offset: wrong.indexOf('let') }
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [
        { fix: { title: 'Leave `let` out', edits: [{ range: { start, end: { column: 7 } }, text: '' }] } },
        { fix: { title: 'Write `question`' } },
      ],
    })
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe(wrong)
  })
})

describe('rewriting a file', () => {
  test('does nothing where the file has changed', () => {
    using folder = folderWith({ 'a.mas': 'new' })
    expect(rewriteFile(join(folder.path, 'a.mas'), 'old', 'text')).toMatch(/was changed meanwhile/)
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe('new')
  })

  test('that cannot be written leaves it, and nothing beside it', () => {
    using folder = folderWith({ 'a.mas': 'old' })
    mkdirSync(join(folder.path, `a.mas.${process.pid}.unfinished`))
    writeFileSync(join(folder.path, `a.mas.${process.pid}.unfinished`, 'x'), '')
    expect(rewriteFile(join(folder.path, 'a.mas'), 'old', 'text')).toMatch(/cannot be written \(E/)
    expect(readFileSync(join(folder.path, 'a.mas'), 'utf8')).toBe('old')
  })
})
