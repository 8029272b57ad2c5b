import { printable } from '../terminal/printable.ts'
import type { Channel } from '../terminal/terminal.ts'
import type { DryRun } from './dry-run.ts'

/** The prompts of a dry run, and what a run can cost at most. */
export function showDryRun({ task, bounds, requests, outcome }: DryRun, { colors }: Channel): string {
  const lines = requests.flatMap(({ node, slot, messages, schema }) => [
    `${colors.bold(printable(node))} ${colors.dim(`to the model "${printable(slot)}"`)}`,
    ...messages.flatMap(({ role, content }) => [`  ${colors.cyan(role)}`, ...indented(content)]),
    ...(schema === null ? [] : [`  ${colors.cyan('schema')}`, ...indented(JSON.stringify(schema))]),
    '',
  ])
  const { calls, tool_calls: toolCalls, tokens, depth } = bounds
  const walk = outcome.kind === 'ok' ? [] : [`This walk ended early: ${'message' in outcome ? printable(outcome.message) : outcome.kind}`]
  return [
    ...(task === null ? [] : [`the first task, ${printable(task)}:`, '']),
    ...lines,
    'Nothing was asked: ‹node› stands for what a model or tool answers, and another answer may take another way.',
    ...walk,
    `A run costs at most ${calls} requests, ${toolCalls} tool calls, ${tokens} completion tokens, ${depth} requests one after another.`,
    '',
  ].join('\n')
}

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `    ${printable(line)}`.trimEnd())
