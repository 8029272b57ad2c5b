import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createLinesFile, linesDamage, openLinesFile } from '../../../trainer/run/lines-file.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-lines-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const written = (name: string) => {
  const path = join(home, name)
  const file = createLinesFile(path)
  file.append(['{"a":1}', '{"b":"ü"}'])
  return { path, file }
}

describe('a file of lines', () => {
  test('goes on from its mark, and cuts off what was written after it', () => {
    const { path, file } = written('goes-on')
    const mark = file.mark()
    file.append(['lost'])
    appendFileSync(path, 'half a li')
    expect(linesDamage(path, mark)).toBeNull()
    const again = openLinesFile(path, mark)
    expect(again.mark()).toEqual(mark)
    again.append(['next'])
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\n{"b":"ü"}\nnext\n')
    expect(linesDamage(path, again.mark())).toBeNull()
  })
  test('of more than one piece has the same mark read as written', () => {
    const path = join(home, 'long')
    const file = createLinesFile(path)
    file.append(Array.from({ length: 30_000 }, (_, line) => `${line} ${'x'.repeat(60)}`))
    expect(file.mark().bytes).toBeGreaterThan(2 ** 20)
    expect(linesDamage(path, file.mark())).toBeNull()
    file.append(['more'])
    expect(linesDamage(path, file.mark())).toBeNull()
  })
  test('is damaged where it is missing, shorter, or begins otherwise', () => {
    const { path, file } = written('damaged')
    const mark = file.mark()
    const content = readFileSync(path)
    writeFileSync(path, content.subarray(1))
    expect(linesDamage(path, mark)).toBe(`${path} has ${mark.bytes - 1} bytes where the run had written ${mark.bytes}`)
    for (let at = 0; at < content.length; at += 1) {
      writeFileSync(path, content.map((byte, place) => (place === at ? byte ^ 1 : byte)))
      expect(linesDamage(path, mark)).toBe(`${path} is not what the run had written`)
    }
    rmSync(path)
    expect(linesDamage(path, mark)).toBe(`${path} is missing`)
  })
})
