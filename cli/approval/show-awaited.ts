import type { AwaitedJson } from '../json/awaited-json.ts'
import { shellWord } from '../text/shell-word.ts'
import { visible } from '../terminal/visible.ts'

/**
 * What a call that waits asks a person, for a terminal. Arguments and questions may come from a model: everything in them can be
 * seen, and each of their lines is marked, so that none of them looks like a line of this program.
 */
export function awaitedText({ node, tool, arguments: given, question, awaits, type }: AwaitedJson, task: string | null): string {
  const what = awaits === 'approval' ? `approval of ${tool}` : `the result of ${tool}, of the type ${type}`
  const of = task === null ? '' : `task ${visible(task)}: `
  const lines = [
    `${of}${visible(node)} waits for ${what}`,
    ...Object.entries(given).flatMap(([name, value]) => (value === question ? [] : argumentLines(name, value))),
    ...linesOf(question).map((line) => `  > ${line}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same, with the commands that answer; `resume` is the one that goes on with its run, where that is kept. */
export function awaitedWithCommands(call: AwaitedJson, task: string | null, resume: string | null): string {
  const commands = resume === null ? [] : answerCommands(call, task, resume)
  return `${awaitedText(call, task)}${commands.map((command) => `  ${command}\n`).join('')}`
}

function answerCommands({ node, awaits }: AwaitedJson, task: string | null, resume: string): readonly string[] {
  const at = shellWord(node)
  const command = `${resume}${task === null ? '' : ` --task ${shellWord(task)}`}`
  const yes = awaits === 'approval' ? `--approve ${at}` : `--answer ${at}=VALUE`
  return [`${command} ${yes}`, `${command} --refuse ${at}=REASON`]
}

function argumentLines(name: string, value: unknown): readonly string[] {
  if (typeof value === 'string' && value.includes('\n')) {
    return [`    ${name}:`, ...linesOf(value).map((line) => `      | ${line}`)]
  }
  return [`    ${name}: ${visible(JSON.stringify(value))}`]
}

const linesOf = (text: string): readonly string[] => text.split('\n').map(visible)
