import { describe, expect, test } from 'vitest'
import { readGraph } from '../../../compiler/graph-reader/index.ts'
import { graphOf } from '../compile/compile-source.ts'
import { accepted, edited, messagesOf, placesOf } from './edited.ts'
import { script } from './mixed-graph.ts'

const text = JSON.stringify(graphOf(script), null, 2)

describe('a graph', () => {
  test('is read from a text and from a value', () => {
    for (const source of [text, `\uFEFF${text}`, JSON.parse(text), graphOf(script)]) {
      expect(JSON.stringify(readGraph(source).value, null, 2)).toBe(text)
    }
  })

  test('may name its schema, which is no part of it', () => {
    const { value } = readGraph({ $schema: './node_modules/maslang/graph-schema.json', ...(JSON.parse(text) as object) })
    expect(JSON.stringify(value, null, 2)).toBe(text)
  })

  test('has tables in which no id reaches a prototype', () => {
    const { agents, tools } = accepted(JSON.parse(text))
    expect([agents.constructor, tools.toString]).toEqual([undefined, undefined])
  })

  test('may use the names of a prototype for everything', () => {
    const odd = `agent __proto__(constructor: string) -> { __proto__: string, toString: string }
      workflow main(__proto__x: string) -> string { valueOf = __proto__(__proto__x) return "{{valueOf.__proto__}}{{valueOf.toString}}" }`
    const graph = JSON.stringify(graphOf(odd))
      .replaceAll('"valueOf', '"__proto__')
      .replaceAll('"id":"__proto__x', '"id":"constructor')
    const renamed = graph.replaceAll('"value":"__proto__x"', '"value":"constructor"')
    expect(JSON.stringify(readGraph(renamed).value)).toBe(renamed)
  })
})

describe('what is no graph', () => {
  const circle: { itself?: unknown } = {}
  circle.itself = circle
  const throwing = {
    get version(): number {
      throw new Error('no')
    },
  }

  test.each([
    ['nothing', undefined, 'json '],
    ['a function', () => 1, 'json '],
    ['a circle', circle, 'json '],
    ['what throws', throwing, 'json '],
    ['a large number', 2n, 'json '],
    ['an empty text', '', 'json '],
    ['a number', 3, 'shape '],
    ['a list', [], 'shape '],
    ['an empty object', {}, 'shape '],
    ['another version', { ...(JSON.parse(text) as object), version: 2, other: true }, 'shape /version'],
  ])('%s', (_, source, expected) => {
    expect(placesOf(source)).toEqual([expected])
  })

  test('says which version it reads', () => {
    expect(messagesOf({ version: 2 })).toEqual([
      'This graph has the version `2`; this release reads version `1`. Compile the script again, with this release.',
    ])
  })

  test('a text that is no JSON has its place as line and column', () => {
    const { problems } = readGraph(text.replace('"workflow": "main",', '"workflow": "main"'))
    expect(problems).toMatchObject([
      {
        stage: 'json',
        place: '',
        message: 'Here a `,` or a `}` is due.',
        text: { line: 4, column: 3, range: { start: 41, end: 42 } },
      },
    ])
  })

  test('every problem has its place in the text', () => {
    const { problems } = readGraph(text.replace('"maximum": 3', '"maximum": 0'))
    const [problem] = problems
    expect(problem).toMatchObject({ stage: 'shape', place: '/body/nodes/3/maximum' })
    const { start = 0, end = 0 } = problem?.text?.range ?? {}
    expect(text.replace('"maximum": 3', '"maximum": 0').slice(start, end)).toBe('0')
    expect(problem?.text?.line).toBe(text.slice(0, start).split('\n').length)
  })

  test('a field that does not exist is marked by its name', () => {
    const wrong = text.replace('"maximum": 3', '"maximun": 3')
    const { problems } = readGraph(wrong)
    const [problem] = problems
    const { start = 0, end = 0 } = problem?.text?.range ?? {}
    expect([problem?.place, wrong.slice(start, end)]).toEqual(['/body/nodes/3/maximun', '"maximun"'])
    expect(Object.keys(problem ?? {}).sort()).toEqual(['message', 'place', 'remedy', 'stage', 'text'])
  })

  test('a name that stands twice in one object is told, and not silently one of the two', () => {
    const { problems } = readGraph(text.replace('"version": 1,', '"version": 1, "version": 1,'))
    expect(problems).toMatchObject([{ stage: 'json', place: '/version', text: { line: 2, column: 17 } }])
  })

  test('is told in one stage at a time', () => {
    const both = edited(script, { '/body/nodes/0/agent': 'Srt', '/bounds/calls': 1 })
    expect(placesOf(both)).toEqual(['structure /body/nodes/0/agent'])
  })
})

describe('bounds', () => {
  test('are those of the graph', () => {
    expect(messagesOf(edited(script, { '/bounds/calls': 25, '/bounds/depth': 99 }))).toEqual([
      'The bound is 26, not 25. Write `"calls": 26`.',
      'The bound is 22, not 99. Write `"depth": 22`.',
    ])
  })

  test('can be counted', () => {
    const endless = edited(script, { '/body/nodes/3/maximum': Number.MAX_SAFE_INTEGER })
    expect(placesOf(endless)).toEqual([
      'bounds /bounds/calls',
      'bounds /bounds/tool_calls',
      'bounds /bounds/tokens',
      'bounds /bounds/depth',
    ])
    expect(messagesOf(endless)[0]).toMatch(/^The bound is too large to be counted\./)
  })
})

describe('a hostile text', () => {
  test.each([
    ['lists', `${'['.repeat(1_000_000)}`],
    ['closed lists', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['objects', '{"a":'.repeat(200_000)],
  ])('of many %s does not overflow the stack', (_, source) => {
    expect(readGraph(source).value).toBeNull()
  })

  const nested = (depth: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown => {
    let value = innermost
    for (let level = 0; level < depth; level += 1) value = wrap(value)
    return value
  }

  test.each([
    ['expressions', nested(1500, (operand) => ({ kind: 'not', operand }), { kind: 'constant', value: true }), 'size'],
    ['values', { kind: 'constant', value: nested(2000, (inner) => [inner], 1) }, 'types'],
  ])('of deep %s is refused', (_, expression, stage) => {
    const source = `${text.slice(0, -1)}}`.replace(
      /"expression": \{\s*"kind": "builtin",\s*"name": "vote"[\s\S]*?"selector": null\s*\}/,
      () => `"expression": ${deepJson(expression)}`,
    )
    expect(readGraph(source).problems).toMatchObject([{ stage }])
  })

  test('of deep types is refused', () => {
    const type = deepJson(nested(1500, (inner) => ({ kind: 'optional', inner }), { kind: 'string' }))
    expect(
      readGraph(text.replace(/"result": \{\s*"kind": "string"\s*\},\s*"body"/, () => `"result": ${type}, "body"`)).problems,
    ).toMatchObject([{ stage: 'size' }])
  })

  test('with too many nodes is refused', () => {
    const node = {
      kind: 'compute',
      name: 'main/a',
      instance: 'main/a',
      place: { file: '', start: 0, end: 0 },
      budgets: [],
      expression: { kind: 'constant', value: 1 },
      result: 'a',
    }
    expect(placesOf(edited(script, { '/body/nodes': Array.from({ length: 10_001 }, () => node) }))).toEqual(['size /body'])
  })
})

/** `JSON.stringify` without recursion over objects of one inner part. */
function deepJson(value: unknown): string {
  let [front, back] = ['', '']
  for (let part = value; ;) {
    if (Array.isArray(part) && part.length === 1 && typeof part[0] === 'object') {
      front += '['
      back = `]${back}`
      part = part[0]
      continue
    }
    const inner =
      typeof part === 'object' && part !== null ? Object.entries(part).find(([, field]) => typeof field === 'object') : undefined
    if (inner === undefined) return `${front}${JSON.stringify(part)}${back}`
    const [name, field] = inner
    const rest = Object.entries(part as object).filter(([other]) => other !== name)
    front += `{${rest.map(([other, own]) => `${JSON.stringify(other)}:${JSON.stringify(own)},`).join('')}${JSON.stringify(name)}:`
    back = `}${back}`
    part = field
  }
}
