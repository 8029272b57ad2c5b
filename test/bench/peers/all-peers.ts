import type { Skipped } from '../result.ts'
import { prepareLangium } from './langium-parser.ts'
import { preparePeggy } from './peggy-parser.ts'
import type { PeerParser } from './peer-parser.ts'

export const install = 'Install it: `npm ci --ignore-scripts --prefix test/bench`.'

/** The peers that are installed, and a word about the others. */
export async function allPeers(): Promise<{ readonly peers: readonly PeerParser[]; readonly skipped: readonly Skipped[] }> {
  const found = [['Langium', await prepareLangium()], ['Peggy', await preparePeggy()]] as const
  return {
    peers: found.flatMap(([, peer]) => peer?.build() ?? []),
    skipped: found.flatMap(([name, peer]) => peer === null ? [{ name, reason: `It is not installed. ${install}` }] : []),
  }
}

/** A parser that gives up on what is measured would be fast: throws where it does. */
export function mustRead({ name, parse }: PeerParser, source: string): () => object {
  return () => {
    const tree = parse(source)
    if (tree === null) throw new Error(`${name} does not read the script`)
    return tree
  }
}
