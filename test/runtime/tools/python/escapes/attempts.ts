import { readdirSync, readFileSync } from 'node:fs'

/** Code that tries to reach something; see the README beside this file. */
export interface Attempt {
  readonly name: string
  readonly code: string
  readonly seconds: number | null
  readonly told: RegExp
}

const preamble = readFileSync(new URL('./preamble.py', import.meta.url), 'utf8')

/** The attempts of a folder. */
export function attemptsIn(family: string): readonly Attempt[] {
  const folder = new URL(`./${family}/`, import.meta.url)
  return readdirSync(folder).map((file) => {
    const code = readFileSync(new URL(file, folder), 'utf8')
    const seconds = /^# seconds: (\d+)$/m.exec(code)?.[1]
    return {
      name: file.replace(/\.py$/, '').replaceAll('-', ' '),
      code: preamble + code,
      seconds: seconds === undefined ? null : Number(seconds),
      told: new RegExp(/^# told: (.+)$/m.exec(code)?.[1] ?? ''),
    }
  })
}
