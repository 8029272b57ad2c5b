import { describe, test } from 'vitest'
import { expectProblem } from '../edited.ts'
import type { Edits } from '../edited.ts'
import { nodes } from '../mixed-graph.ts'

describe('names', () => {
  const names = (at: string, name: string, instance = name): Edits => ({
    [`${nodes}/${at}/name`]: name,
    [`${nodes}/${at}/instance`]: instance,
  })

  test.each<[Edits, string, string | RegExp]>([
    [names('9', 'main/kind'), `${nodes}/9/name`, 'The name `main/kind` is taken. Write `main/kind#2`, or another name.'],
    [names('9', 'other/return'), `${nodes}/9/instance`, /^The instance does not stand under .* It begins with `main`\.$/],
    [names('9', 'mainly/return'), `${nodes}/9/instance`, /It begins with `main`\.$/],
    [
      names('9', 'main/return', 'main/return#2'),
      `${nodes}/9/instance`,
      /^The instance `main\/return#2` does not belong to the name `main\/return`/,
    ],
    [
      names('9', 'main/return', 'main/return[*]'),
      `${nodes}/9/instance`,
      /^The instance has 1 of `\[\*\]`, and 0 loops are around the node\./,
    ],
    [
      names('3/body/nodes/0', 'main/repeat/x'),
      `${nodes}/3/body/nodes/0/instance`,
      /^The instance has 0 of `\[\*\]`, and 1 loops/,
    ],
    [
      names('3/body/nodes/0', 'main/repeat/x', 'main[*]/repeat/x'),
      `${nodes}/3/body/nodes/0/instance`,
      /It begins with `main\/repeat\[\*\]`\.$/,
    ],
    [
      names('4/body/nodes/0', 'main/x', 'main/x[*]'),
      `${nodes}/4/body/nodes/0/instance`,
      /It begins with `main\/drafts\/each\[\*\]` or `main\/drafts\[\*\]`\.$/,
    ],
    [names('2/then/nodes/0', 'main/if/else/x'), `${nodes}/2/then/nodes/0/instance`, /It begins with `main\/if\/then`\.$/],
    [
      names('1/arms/1/block/nodes/0', 'main/match/easy/x'),
      `${nodes}/1/arms/1/block/nodes/0/instance`,
      /It begins with `main\/match\/hard`\.$/,
    ],
    [names('7/right/nodes/0', 'main/x'), `${nodes}/7/right/nodes/0/instance`, /It begins with `main\/sure`\.$/],
    [
      names('6/body/nodes/0/attempt/nodes/0', 'main/tries/x', 'main/tries[*]/x'),
      `${nodes}/6/body/nodes/0/attempt/nodes/0/instance`,
      /It begins with `main\/tries\[\*\]\/otherwise`\.$/,
    ],
    [{ [`${nodes}/0/place/end`]: 1 }, `${nodes}/0/place`, 'A place ends where it starts, or after that.'],
  ])('%j', expectProblem)
})
