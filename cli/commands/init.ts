import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { starterFiles } from '../init/starter-files.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Writes the files of a new project into a folder; where one of them is there already, nothing is written. */
export function initCommand(folder: string, { out, err, ...terminal }: Terminal): ExitCode {
  const target = resolve(terminal.workingFolder, folder)
  const there = [...starterFiles.keys()].filter((name) => existsSync(join(target, name)))
  if (there.length > 0) {
    return complain({ out, err, ...terminal }, `${folder} holds ${there.join(', ')} already: choose another folder, as in mas init NAME`)
  }
  const written: string[] = []
  try {
    mkdirSync(target, { recursive: true })
    for (const [name, text] of starterFiles) {
      written.push(join(target, name))
      writeFileSync(join(target, name), text, { flag: 'wx' })
    }
  } catch (error) {
    // All or nothing: what could not be written is no file of this command, unless it was cut off on its way.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') written.pop()
    for (const path of written) rmSync(path, { force: true })
    return complain({ out, err, ...terminal }, `${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
  const within = relative(terminal.workingFolder, target)
  const place = within === '' ? '' : `${within}/`
  for (const name of starterFiles.keys()) out.write(`${place}${name}\n`)
  err.write(
    [
      '',
      'It runs offline, with the checkpoint that comes with mas:',
      `  mas run ${place}main.mas --input expression='(3+5)*2-7'`,
      `  mas eval ${place}main.mas --tasks ${place}tasks.jsonl --scorer exact`,
      `For a model of your own, put it into ${place}mas.config.json: "default": "openai:qwen3:8b@http://localhost:11434/v1"`,
      '',
    ].join('\n'),
  )
  return EXIT.ok
}
