/** The process of an arm ended before its work did: it crashed, was killed, or ran out of memory. */
export class ArmFailure extends Error {
  readonly arm: string
  /** All that the process complained of. */
  readonly complaints: string

  constructor(arm: string, how: string, complaints: string) {
    const reason = reasonIn(complaints)
    super(`the process of the arm "${arm}" ${how}${reason === '' ? '' : `: ${reason}`}`)
    this.name = 'ArmFailure'
    this.arm = arm
    this.complaints = complaints
  }
}

/** The line of a stack trace that says what happened, or else the last line. */
function reasonIn(complaints: string): string {
  const lines = complaints.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.find((line) => /^(?:FATAL ERROR|[A-Z]\w*(?:Error|Fault)\b.*?):/.test(line)) ?? lines.at(-1) ?? ''
}
