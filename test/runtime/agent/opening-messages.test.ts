import { describe, expect, test } from 'vitest'
import { openingMessages } from '../../../runtime/agent/opening-messages.ts'
import { maximumTextLength } from '../../../runtime/values/size-limits.ts'
import { agent, builtin, constant, list, optional, record, string, text, value } from '../graph-builder.ts'

const parameters = [
  { name: 'task', type: string },
  { name: 'notes', type: list(string) },
  { name: 'draft', type: optional(record({ answer: string })) },
]

describe('openingMessages', () => {
  test('lays the parameters out where there is no prompt, and leaves an absent optional out', () => {
    expect(openingMessages(agent('A', { parameters }), ['do it', ['a', 'b'], null])).toEqual({
      role: null,
      messages: [{ role: 'user', content: 'task:\ndo it\n\nnotes:\n["a","b"]' }],
    })
    expect(openingMessages(agent('A', { parameters }), ['do it', [], { answer: 'x' }])).toMatchObject({
      messages: [{ content: 'task:\ndo it\n\nnotes:\n[]\n\ndraft:\n{"answer":"x"}' }],
    })
  })

  test('the role is the system message, the prompt the user message, both templates over the parameters', () => {
    const prompted = agent('A', {
      parameters,
      role: text('You do ', value('task')),
      prompt: text('Notes: ', builtin('join', [value('notes'), constant(' & ')])),
    })
    expect(openingMessages(prompted, ['it', ['a', 'b'], null])).toEqual({
      role: 'You do it',
      messages: [
        { role: 'system', content: 'You do it' },
        { role: 'user', content: 'Notes: a & b' },
      ],
    })
  })

  test('an agent without parameters and prompt still says something', () => {
    expect(openingMessages(agent('A', { parameters: [], role: constant('Sing.') }), [])).toMatchObject({
      messages: [
        { role: 'system', content: 'Sing.' },
        { role: 'user', content: '' },
      ],
    })
  })

  test('a parameter may be called __proto__', () => {
    const odd = agent('A', { parameters: [{ name: '__proto__', type: string }], prompt: text(value('__proto__')) })
    expect(openingMessages(odd, ['x'])).toMatchObject({ messages: [{ content: 'x' }] })
  })

  test.each([
    ['role', agent('A', { role: builtin('last', [constant([])]) }), ['a'], 'empty_list'],
    ['prompt', agent('A', { prompt: builtin('last', [constant([])]) }), ['a'], 'empty_list'],
    ['layout', agent('A'), [['x'.repeat(maximumTextLength)]], 'too_large'],
  ])('a failure in the %s is one of the call', (_, of, inputs, code) => {
    expect(openingMessages(of, inputs)).toMatchObject({ code })
  })
})
