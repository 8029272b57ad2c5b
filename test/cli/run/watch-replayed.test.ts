import { expect, test } from 'vitest'
import { watchReplayed } from '../../../cli/run/watch-replies.ts'
import type { RunEvent } from '../../../runtime/index.ts'
import { request } from '../../runtime/request.ts'
import { reply } from '../../runtime/mock-model.ts'

const events = (node: string, output: 'text' | 'json', truncated: boolean, replayed: boolean): readonly RunEvent[] => {
  const common = { sequence: 1, time: 1, ...(replayed ? { replayed: true as const } : {}), node, slot: 'default' }
  const asked = output === 'text' ? request() : { ...request(), output: { kind: 'json' as const, schema: {}, wrapped: false } }
  return [
    { ...common, kind: 'request_started', request: asked },
    { ...common, kind: 'request_finished', attempt: 1, turn: 1, outcome: reply('x'), attempts: 1, requests: 1, truncated },
  ]
}

test('texts that were cut off are kept where a journal gave them again', () => {
  const seen = { truncated: new Set<string>() }
  const watch = watchReplayed(seen)
  const told = [
    events('main/cut', 'text', true, true),
    events('main/whole', 'text', false, true),
    events('main/json', 'json', true, true),
    events('main/live', 'text', true, false),
  ]
  for (const event of told.flat()) watch(event)
  expect([...seen.truncated]).toEqual(['main/cut'])
})
