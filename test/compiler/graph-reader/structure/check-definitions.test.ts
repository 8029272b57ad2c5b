import { describe, test } from 'vitest'
import { expectProblem } from '../edited.ts'
import type { Edits } from '../edited.ts'

describe('definitions', () => {
  test.each<[Edits, string, string | RegExp]>([
    [{ '/parameters/1/name': 'task' }, '/parameters/1/name', 'There is a parameter `task` before.'],
    [{ '/tools/look/from': 'std:pyton' }, '/tools/look/from', 'No tool comes from `std:pyton`. Did you mean `std:python`?'],
    [{ '/tools/look/from': '/etc/passwd' }, '/tools/look/from', /^No tool comes from/],
    [
      { '/agents/Helper/tools/0/tool': 'constructor' },
      '/agents/Helper/tools/0',
      'The graph has no tool `constructor`. The tools are `write`, `look`.',
    ],
    [{ '/agents/Helper/tools/1/agent': '__proto__' }, '/agents/Helper/tools/1', /^The graph has no agent `__proto__`/],
    [
      { '/agents/Helper/tools/1': { kind: 'tool', tool: 'look' } },
      '/agents/Helper/tools/1',
      /^The agent has a tool `look` before/,
    ],
    [{ '/agents/Writer/max_turns': 2 }, '/agents/Writer/max_turns', 'An agent without tools has one turn. Write `1`.'],
    [{ '/agents/Writer/repairs': 1 }, '/agents/Writer/repairs', 'A text needs no repairs. Write `0`.'],
    [
      { '/agents/Writer/tools': [{ kind: 'agent', agent: 'Helper' }], '/agents/Writer/max_turns': 4 },
      '/agents/Helper/tools/1',
      'These agents are tools of each other: `Writer` uses `Helper` uses `Writer`. Take one of them out of the `tools` of the other.',
    ],
  ])('%j', expectProblem)
})
