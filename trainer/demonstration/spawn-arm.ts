import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DemonstrationEvent } from './demonstration-event.ts'
import type { ArmOrder, VoteResult } from './run-arm-process.ts'

/** Runs an arm in a process of its own. Rejects, with what it printed, where that process fails. */
export async function spawnArm(order: ArmOrder, tell: (event: DemonstrationEvent | VoteResult) => void, signal: AbortSignal): Promise<void> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const program = fileURLToPath(new URL(`./arm-process.${extension}`, import.meta.url))
  const child = spawn(process.execPath, ['--max-old-space-size=600', program], { stdio: ['pipe', 'pipe', 'pipe'], signal })
  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (part: string) => complaints.push(part))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve)
    child.on('error', reject)
  })
  child.stdin.end(JSON.stringify(order))
  for await (const line of createInterface({ input: child.stdout })) tell(JSON.parse(line) as DemonstrationEvent | VoteResult)
  const code = await ended
  if (code !== 0) throw new Error(`the arm ${order.arm} ended with code ${String(code)}: ${complaints.join('').trim().slice(-2000)}`)
}
