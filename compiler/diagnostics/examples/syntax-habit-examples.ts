import type { syntaxMessages } from '../syntax-messages.ts'
import type { ExamplesOf } from './example.ts'
import { workflowExample } from './in-workflow.ts'

/** Habits from other languages: MAS13xx. */
export const syntaxHabitExamples = {
  foreign_operator: workflowExample(
    'return Writer("{{#if task != task «&&» true}}Be brief.{{/if}} {{task}}")',
    'return Writer("{{#if task != task and true}}Be brief.{{/if}} {{task}}")',
  ),
  compound_assignment: workflowExample(
    'size = len(lines(task))\nsize «+=» 1\nreturn Writer("In {{size}} lines: {{task}}")',
    'size = len(lines(task))\nsize = size + 1\nreturn Writer("In {{size}} lines: {{task}}")',
  ),
  single_quotes: workflowExample('return join([Writer(task)], «\', \'»)', 'return join([Writer(task)], ", ")'),
  text_prefix: workflowExample('return Writer(«f»"Shorten {{task}}")', 'return Writer("Shorten {{task}}")'),
  hash_comment: workflowExample(
    '«#» One draft is enough.\nreturn Writer(task)',
    '// One draft is enough.\nreturn Writer(task)',
  ),
  grouped_digits: workflowExample('return Writer(chunks(task, «10_000»)[0])', 'return Writer(chunks(task, 10000)[0])'),
  variable_word: workflowExample('«let» draft = Writer(task)\nreturn draft', 'draft = Writer(task)\nreturn draft'),
  needless_word: workflowExample('return «await» Writer(task)', 'return Writer(task)'),
  while_loop: workflowExample(
    'draft = task\n«while» len(lines(draft)) > 3 {\n  draft = Writer(draft)\n}\nreturn draft',
    'draft = task\nrepeat max 5 {\n  stop when len(lines(draft)) <= 3\n  draft = Writer(draft)\n}\nreturn draft',
  ),
  else_if_word: workflowExample(
    `if contains(task, "poem") {
  return Writer(task)
} «elif» contains(task, "letter") {
  return Writer("Politely: {{task}}")
} else {
  return task
}`,
    `if contains(task, "poem") {
  return Writer(task)
} else if contains(task, "letter") {
  return Writer("Politely: {{task}}")
} else {
  return task
}`,
  ),
  stop_if: workflowExample(
    'draft = task\nrepeat max 3 {\n  stop «if» contains(draft, "END")\n  draft = Writer(draft)\n}\nreturn draft',
    'draft = task\nrepeat max 3 {\n  stop when contains(draft, "END")\n  draft = Writer(draft)\n}\nreturn draft',
  ),
  conditional_expression: workflowExample(
    'style = contains(task, "poem") «?» "verse" : "prose"\nreturn Writer("In {{style}}: {{task}}")',
    'if contains(task, "poem") { style = "verse" } else { style = "prose" }\nreturn Writer("In {{style}}: {{task}}")',
  ),
  setting_separator: {
    wrong: `
agent Writer(task: string) -> string {
  role«:» "You write short poems."
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
    right: `
agent Writer(task: string) -> string {
  role "You write short poems."
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
  },
  argument_equals: workflowExample('return Writer(task «=» "Shorten {{task}}")', 'return Writer(task: "Shorten {{task}}")'),
  field_equals: workflowExample(
    'note = { text «=» Writer(task), done: true }\nassert note.done\nreturn note.text',
    'note = { text: Writer(task), done: true }\nassert note.done\nreturn note.text',
  ),
  field_shorthand: workflowExample(
    'draft = Writer(task)\nnote = { «draft», done: true }\nassert note.done\nreturn note.draft',
    'draft = Writer(task)\nnote = { draft: draft, done: true }\nassert note.done\nreturn note.draft',
  ),
  field_assignment: workflowExample(
    'note = { text: task, done: false }\n«note.text» = Writer(task)\nassert not note.done\nreturn note.text',
    'note = { text: task, done: false }\nnote = { ...note, text: Writer(task) }\nassert not note.done\nreturn note.text',
  ),
  qualified_arm: {
    wrong: `
enum Kind { poem, letter }

agent Router(task: string) -> Kind

agent Writer(task: string) -> string

workflow main(task: string) -> string {
  match Router(task) {
    «Kind.poem» => { return Writer(task) }
    letter => { return task }
  }
}`,
    right: `
enum Kind { poem, letter }

agent Router(task: string) -> Kind

agent Writer(task: string) -> string

workflow main(task: string) -> string {
  match Router(task) {
    poem => { return Writer(task) }
    letter => { return task }
  }
}`,
  },
  underscore_arm: {
    wrong: `
enum Kind { poem, letter, other }

agent Router(task: string) -> Kind

agent Writer(task: string) -> string

workflow main(task: string) -> string {
  match Router(task) {
    poem => { return Writer(task) }
    «_» => { return task }
  }
}`,
    right: `
enum Kind { poem, letter, other }

agent Router(task: string) -> Kind

agent Writer(task: string) -> string

workflow main(task: string) -> string {
  match Router(task) {
    poem => { return Writer(task) }
    else => { return task }
  }
}`,
  },
  unbraced_arm: {
    wrong: `
enum Kind { poem, letter }

agent Router(task: string) -> Kind

agent Writer(task: string) -> string

workflow main(task: string) -> string {
  match Router(task) {
    poem => «return» Writer(task)
    letter => { return task }
  }
}`,
    right: `
enum Kind { poem, letter }

agent Router(task: string) -> Kind

agent Writer(task: string) -> string

workflow main(task: string) -> string {
  match Router(task) {
    poem => { return Writer(task) }
    letter => { return task }
  }
}`,
  },
  needless_comma: {
    wrong: `
agent Writer(task: string) -> string {
  role "You write short poems."«,»
  temperature 0.9,
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
    right: `
agent Writer(task: string) -> string {
  role "You write short poems."
  temperature 0.9
}

workflow main(task: string) -> string {
  return Writer(task)
}`,
  },
  quoted_key: workflowExample(
    'note = { «"text"»: Writer(task), done: true }\nassert note.done\nreturn note.text',
    'note = { text: Writer(task), done: true }\nassert note.done\nreturn note.text',
  ),
  result_arrow: {
    wrong: `
agent Writer(task: string)«:» string

workflow main(task: string) -> string {
  return Writer(task)
}`,
    right: `
agent Writer(task: string) -> string

workflow main(task: string) -> string {
  return Writer(task)
}`,
  },
  equals_in_condition: workflowExample(
    'if task «=» "" {\n  return "Nothing to do."\n} else {\n  return Writer(task)\n}',
    'if task == "" {\n  return "Nothing to do."\n} else {\n  return Writer(task)\n}',
  ),
} as const satisfies Partial<ExamplesOf<typeof syntaxMessages>>
