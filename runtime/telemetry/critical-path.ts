import type { TreeEntry } from './run-tree.ts'

/**
 * The requests and tool calls that the run's time went to, first to last: the one that ended last, before it the one that
 * ended last of those over by its start, and so on. Shortening any other call would not have ended the run sooner.
 */
export function criticalPath(root: TreeEntry): readonly TreeEntry[] {
  const calls = callsOf(root).sort((left, right) => right.end - left.end)
  const path: TreeEntry[] = []
  let before = Infinity
  for (const call of calls) {
    if (call.end > before) continue
    path.unshift(call)
    before = call.start
  }
  return path
}

function callsOf(entry: TreeEntry): TreeEntry[] {
  const inner = entry.children.flatMap(callsOf)
  return entry.kind === 'request' || entry.kind === 'tool' ? [entry, ...inner] : inner
}
