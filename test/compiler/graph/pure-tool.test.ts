import { describe, expect, test } from 'vitest'
import { isPureTool } from '../../../compiler/graph/index.ts'
import type { AgentTool } from '../../../compiler/graph/index.ts'

const tool = (name: string): AgentTool => ({ kind: 'tool', tool: name })
const agent = (name: string): AgentTool => ({ kind: 'agent', agent: name })

const definitions = {
  tools: { look: { pure: true }, write: { pure: false } },
  agents: {
    Alone: { tools: [] },
    Reader: { tools: [tool('look'), agent('Alone')] },
    Clerk: { tools: [tool('look'), tool('write')] },
    Chief: { tools: [agent('Reader'), agent('Clerk')] },
    Circular: { tools: [agent('Circular'), tool('look')] },
    Broken: { tools: [agent('Nobody')] },
  },
}

describe('a tool is pure', () => {
  test.each([
    ['itself', tool('look'), true],
    ['not where it says so', tool('write'), false],
    ['an agent without tools', agent('Alone'), true],
    ['an agent with pure tools', agent('Reader'), true],
    ['not an agent with an impure tool', agent('Clerk'), false],
    ['not an agent that reaches one', agent('Chief'), false],
    ['an agent that reaches itself', agent('Circular'), true],
    ['not one that nobody knows', agent('Broken'), false],
  ])('%s', (_, root, expected) => {
    expect(isPureTool(definitions, root)).toBe(expected)
  })
})
