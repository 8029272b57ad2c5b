import { install } from '../peers/all-peers.ts'
import type { Skipped } from '../result.ts'
import { prepareLangGraph } from './langgraph.ts'
import { mas, masWithJournal } from './mas.ts'
import { prepareMastra } from './mastra.ts'
import type { Orchestrator } from './orchestrator.ts'
import { plainAsync } from './plain-async.ts'

/** All that can run a workflow here, and a word about what is not installed. */
export async function allOrchestrators(): Promise<{ readonly orchestrators: readonly Orchestrator[]; readonly skipped: readonly Skipped[] }> {
  const peers = [['LangGraph.js', await prepareLangGraph()], ['Mastra', await prepareMastra()]] as const
  return {
    orchestrators: [plainAsync, mas, masWithJournal, ...peers.flatMap(([, peer]) => peer ?? [])],
    skipped: peers.flatMap(([name, peer]) => (peer === null ? [{ name, reason: `It is not installed. ${install}` }] : [])),
  }
}
