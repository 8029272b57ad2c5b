import type { AwaitedJson } from '../json/awaited-json.ts'
import { markedLines } from '../terminal/marked-lines.ts'
import { textWidth } from '../terminal/text-width.ts'
import { visible } from '../terminal/visible.ts'
import { shellWord } from '../text/shell-word.ts'

/**
 * What a call that waits asks a person, for a terminal of so many columns (`null`: nobody looks at it). Arguments and questions
 * may come from a model: everything in them can be seen, and each of their lines is marked, also where the terminal would
 * break it, so that none of them looks like a line of this program.
 */
export function awaitedText(call: AwaitedJson, task: string | null, width: number | null): string {
  const { node, tool, arguments: given, question, awaits, type } = call
  const what = awaits === 'approval' ? `approval of ${tool}` : `the result of ${tool}, of the type ${type}`
  const of = task === null ? '' : `task ${visible(task)}: `
  const lines = [
    `${of}${visible(node)} waits for ${what}`,
    ...Object.entries(given).flatMap(([name, value]) => (isAsked(call, name, value) ? [] : argumentLines(name, value, width))),
    ...markedLines('  > ', question, width),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Whether an argument is what the person is asked, and stands there already. */
const isAsked = ({ awaits, question }: AwaitedJson, name: string, value: unknown): boolean =>
  awaits === 'result' && name === 'question' && value === question

/** The same, with the commands that answer; `resume` is the one that goes on with its run, where that is kept. */
export function awaitedWithCommands(
  call: AwaitedJson,
  task: string | null,
  { resume, width }: { readonly resume: string | null; readonly width: number | null },
): string {
  const commands = resume === null ? [] : answerCommands(call, task, resume)
  return `${awaitedText(call, task, width)}${commands.map((command) => `  ${command}\n`).join('')}`
}

function answerCommands({ node, awaits }: AwaitedJson, task: string | null, resume: string): readonly string[] {
  const at = shellWord(node)
  const command = `${resume}${task === null ? '' : ` --task ${shellWord(task)}`}`
  const yes = awaits === 'approval' ? `--approve ${at}` : `--answer ${at}=VALUE`
  return [`${command} ${yes}`, `${command} --refuse ${at}=REASON`]
}

function argumentLines(name: string, value: unknown, width: number | null): readonly string[] {
  const isText = typeof value === 'string' && value.includes('\n')
  const text = isText ? value : JSON.stringify(value)
  const line = `    ${name}: ${visible(text)}`
  if (!isText && (width === null || textWidth(line) <= width)) return [line]
  return [`    ${name}:`, ...markedLines('      | ', text, width)]
}
