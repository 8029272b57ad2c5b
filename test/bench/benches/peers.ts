import { parse } from '../../../grammar/index.ts'
import { allPeers } from '../peers/all-peers.ts'
import type { PeerParser } from '../peers/peer-parser.ts'
import { brokenPrograms, goodPrograms } from '../peers/programs.ts'
import type { BenchResult, Goal, Row } from '../result.ts'

/** Whether the peers are parsers of the same language, as far as programs can show. */
export async function run(): Promise<BenchResult> {
  const { peers, skipped } = await allPeers()
  const ours: PeerParser = { name: 'mas', parse: (text) => {
    const { file, problems } = parse(text)
    return problems.length === 0 ? file : null
  } }
  const good = goodPrograms()
  const broken = brokenPrograms()
  const counted = [ours, ...peers].map(({ name, parse: read }) => ({
    name,
    read: good.filter((program) => read(program) !== null),
    refused: broken.filter((program) => read(program) === null),
  }))
  return {
    method: ['Every example, every file of the library and some programs more, and programs with one mistake each.'],
    rows: counted.flatMap(({ name, read, refused }) => [
      count(`${name}: reads, of ${good.length}`, read.length), count(`${name}: refuses, of ${broken.length}`, refused.length),
    ]),
    skipped,
    goals: counted.map(({ name, read, refused }): Goal => {
      const missed = good.filter((program) => !read.includes(program))
      const wrong = [...missed, ...broken.filter((program) => !refused.includes(program))]
      return {
        goal: `${name} reads what is right and refuses what is wrong`,
        found: wrong.length === 0 ? 'all' : `all but ${JSON.stringify(wrong)}`,
        reached: wrong.length === 0,
      }
    }),
  }
}

const count = (name: string, value: number): Row =>
  ({ name, unit: 'programs', samples: 1, median: value, lowerQuartile: value, upperQuartile: value, ratio: null })
