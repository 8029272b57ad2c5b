/** Codes of a disk, a quota or a file that can hold no more. */
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** What an error of the file system says of a run folder; `null` for any other error, which is a bug. */
export function fileProblem(error: unknown, folder: string): string | null {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return null
  const code = String(error.code)
  return fullCodes.has(code)
    ? `there is no room left for the run folder ${folder} (${code}): make room, and go on with --resume`
    : `the run folder ${folder} cannot be used (${code})`
}
