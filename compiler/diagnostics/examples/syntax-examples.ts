import type { syntaxMessages } from '../syntax-messages.ts'
import type { ExamplesOf } from './example.ts'
import { workflowExample } from './in-workflow.ts'
import { syntaxHabitExamples } from './syntax-habit-examples.ts'

export const syntaxExamples: ExamplesOf<typeof syntaxMessages> = {
  unexpected_character: workflowExample('return Writer(«“»Shorten: {{task}}”)', 'return Writer("Shorten: {{task}}")'),
  unclosed_text: workflowExample(
    'draft = Writer(«"»Shorten: {{task}})\nreturn draft',
    'draft = Writer("Shorten: {{task}}")\nreturn draft',
  ),
  unclosed_insertion: workflowExample(
    'draft = Writer("Shorten: «{{»task}")\nreturn draft',
    'draft = Writer("Shorten: {{task}}")\nreturn draft',
  ),
  unclosed_block_text: workflowExample(
    'return Writer(«"""»\n  Shorten:\n  {{task}}\n)',
    'return Writer("""\n  Shorten:\n  {{task}}\n""")',
  ),
  unclosed_comment: workflowExample(
    'return Writer(task) «/*» one draft is enough',
    'return Writer(task) /* one draft is enough */',
  ),
  unknown_escape: workflowExample(
    String.raw`return Writer("Finish with «\b»oxed{}. {{task}}")`,
    String.raw`return Writer("""Finish with \boxed{}. {{task}}""")`,
  ),
  unknown_tag: workflowExample(
    'return Writer("«{{#unless short}}»Shorten: {{task}}{{/unless}}")',
    'return Writer("{{#if task != "short"}}Shorten: {{task}}{{/if}}")',
  ),
  stray_tag: workflowExample(
    'return Writer("Shorten: {{task}}«{{/if}}»")',
    'return Writer("Shorten: {{task}}")',
  ),
  unclosed_tag: workflowExample(
    'return Writer("«{{#if» task != "short"}}Shorten: {{task}}")',
    'return Writer("{{#if task != "short"}}Shorten: {{task}}{{/if}}")',
  ),
  number_too_large: workflowExample(
    'return Writer("Is {{«9007199254740993»}} a prime number?")',
    'return Writer("Is 9007199254740993 a prime number?")',
  ),
  nested_too_deeply: workflowExample(
    `return ${'('.repeat(63)}«(»Writer(task)${')'.repeat(64)}`,
    'return Writer(task)',
  ),
  unexpected: {
    wrong: `
agent Writer(task: string) -> string {
  «temprature» 0.9
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
    right: `
agent Writer(task: string) -> string {
  temperature 0.9
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
  },
  empty_record: workflowExample(
    'note = «{}»\nreturn Writer("{{task}} {{note}}")',
    'note = { style: "verse" }\nreturn Writer("{{task}} {{note}}")',
  ),
  late_import: {
    wrong: `
agent Writer(task: string) -> string {
  tools python
}

«import» { python } from "std/tools"

workflow main(task: string) -> string {
  return Writer(task)
}`,
    right: `
import { python } from "std/tools"

agent Writer(task: string) -> string {
  tools python
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
  },
  late_spread: workflowExample(
    'note = { text: task, done: false }\nnote = { text: Writer(task), «...»note }\nassert not note.done\nreturn note.text',
    'note = { text: task, done: false }\nnote = { ...note, text: Writer(task) }\nassert not note.done\nreturn note.text',
  ),
  chained_comparison: workflowExample(
    'size = len(lines(task))\nassert 0 < size «<» 9\nreturn Writer(task)',
    'size = len(lines(task))\nassert 0 < size and size < 9\nreturn Writer(task)',
  ),
  insertion_in_plain_text: {
    wrong: `
agent Writer(task: string) -> string {
  model «"{{task}}"»
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
    right: `
agent Writer(task: string) -> string {
  model "large"
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
  },
  missing_yield: workflowExample(
    'drafts = each line in lines(task) max 9 { draft = Writer(line) «}»\nreturn join(drafts, "\\n")',
    'drafts = each line in lines(task) max 9 { yield Writer(line) }\nreturn join(drafts, "\\n")',
  ),
  reserved_word: workflowExample('«type» = Writer(task)\nreturn type', 'kind = Writer(task)\nreturn kind'),
  misplaced_yield: workflowExample(
    `drafts = each line in lines(task) max 9 {
  if line == "" { «yield» "" }
  draft = Writer(line)
}
return join(drafts, "; ")`,
    `drafts = each line in lines(task) max 9 {
  if line == "" { draft = "" } else { draft = Writer(line) }
  yield draft
}
return join(drafts, "; ")`,
  ),
  misplaced_stop: workflowExample(
    'draft = Writer(task)\n«stop» when contains(draft, "END")\nreturn Writer(draft)',
    'draft = task\nrepeat max 2 {\n  draft = Writer(draft)\n  stop when contains(draft, "END")\n}\nreturn draft',
  ),
  misplaced_return: workflowExample(
    'if task == "" {\n  «return» "Nothing to do."\n}\nreturn Writer(task)',
    'if task == "" {\n  return "Nothing to do."\n} else {\n  return Writer(task)\n}',
  ),
  bare_call: workflowExample('«Writer("Warm up.")»\nreturn Writer(task)', '_ = Writer("Warm up.")\nreturn Writer(task)'),
  bare_value: workflowExample(
    '«sample 3 of Writer("Warm up.")»\nreturn Writer(task)',
    '_ = sample 3 of Writer("Warm up.")\nreturn Writer(task)',
  ),
  ...syntaxHabitExamples,
}
