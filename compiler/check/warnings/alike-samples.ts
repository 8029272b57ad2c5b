import type { CallExpression, SampleExpression, Statement } from '../../../grammar/index.ts'
import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Body } from '../body.ts'
import type { AgentSymbol } from '../checked-program.ts'
import { expressionsIn, expressionsUnder } from '../walk/walk.ts'

/** `sample` of an agent at temperature 0: the same answer n times. */
export function warnAlikeSamples(statements: readonly Statement[], body: Body): void {
  for (const expression of expressionsUnder(statements)) if (expression.kind === 'sample') checkSample(expression, body)
}

function checkSample({ operand }: SampleExpression, body: Body): void {
  for (const part of expressionsIn(operand)) {
    if (part.kind !== 'call') continue
    const call = body.facts.calls.get(part)
    if (call?.kind !== 'agent' || temperatureOf(call.agent) !== 0 || hasVaryingArguments(part, body)) continue
    body.report(warningsMessages.sampleAtZero, { name: call.agent.name }, part.callee.range)
  }
}

function temperatureOf(agent: AgentSymbol): number | null {
  for (const { declaration } of [agent, ...agent.copies]) {
    const setting = declaration.settings.find((candidate) => candidate.kind === 'temperature')
    if (setting?.kind === 'temperature') return setting.value.value
  }
  return null
}

/** Whether the arguments ask a model or a tool, so that each sample may be given something else. */
function hasVaryingArguments(call: CallExpression, body: Body): boolean {
  for (const part of expressionsIn(call)) {
    if (part !== call && part.kind === 'call' && body.facts.calls.get(part)?.kind !== 'builtin') return true
  }
  return false
}
