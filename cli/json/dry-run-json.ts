import type { DryRun } from '../run/dry-run.ts'

/** What `mas run --dry-run --json` prints, version 1. */
export const dryRunJson = ({ task, bounds, requests }: DryRun) => ({
  version: 1 as const,
  ...(task === null ? {} : { id: task }),
  bounds,
  requests,
})
