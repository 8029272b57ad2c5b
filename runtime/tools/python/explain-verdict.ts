import type { ToolOutcome } from '../tool-implementation.ts'
import type { ProcessVerdict, Written } from './process/python-process.ts'
import type { PythonSettings } from './python-settings.ts'

const LONGEST_EXCERPT = 1_000
const LONGEST_REASON = 4_000

/**
 * What the caller is told of a job: what it printed; or why it failed, and the end of what it had printed until then. What it
 * wrote to standard error, as `traceback.print_exc()` does, stands last.
 */
export function explainVerdict(verdict: ProcessVerdict, written: Written, settings: PythonSettings): ToolOutcome {
  // What is printed and what is said come on two ways: the end of the one may be read before the excess of the other.
  const final: ProcessVerdict = written.isTooMuch ? { kind: 'exceeded', limit: 'output' } : verdict
  const printed = written.printed.toString('utf8')
  const wrote = final.kind === 'said' && 'standardError' in final.message ? final.message.standardError : ''
  const complained = endOf(wrote.trimEnd(), LONGEST_EXCERPT)
  const complaints = complained === '' ? '' : `Standard error:\n${complained}`
  if (final.kind === 'said' && final.message.kind === 'returned') {
    const gap = printed === '' || printed.endsWith('\n') || complaints === '' ? '' : '\n'
    return { kind: 'ok', value: `${printed}${gap}${complaints}` }
  }
  const why = endOf(reason(final, settings), LONGEST_REASON)
  const had = endOf(printed.trimEnd(), LONGEST_EXCERPT)
  const parts = [why, had === '' ? '' : `It had printed:\n${had}`, complaints]
  return { kind: 'failed', message: parts.filter((part) => part !== '').join('\n') }
}

/** In a traceback, and in what was printed, what matters stands last. Half a character, at the cut or said by code, is replaced. */
const endOf = (text: string, length: number): string =>
  (text.length <= length ? text : `…${text.slice(-length)}`).toWellFormed()

function reason(verdict: ProcessVerdict, settings: PythonSettings): string {
  switch (verdict.kind) {
    case 'said':
      if (verdict.message.kind === 'raised') return withRemedy(verdict.message.message.trimEnd())
      if (verdict.message.kind === 'broken') return brokenDown(verdict.message.message)
      return brokenProtocol
    case 'misspoke':
      return brokenProtocol
    case 'ended':
      return 'The Python interpreter ended before the code did.'
    case 'aborted':
      return 'The call was aborted.'
    case 'exceeded':
      return excess(verdict.limit, settings)
  }
}

/** What the interpreter says of its own end is about its insides: the code that commonly leads there is named. */
function brokenDown(message: string): string {
  if (/call stack|too much recursion/i.test(message)) return 'The code nests too deeply for the Python interpreter: its stack is full.'
  if (/not a function|unreachable|function signature mismatch|null function|memory access/i.test(message)) {
    return `The code asked for something that Python has not got here, such as a socket or a process, and the interpreter broke down: ${message}`
  }
  return `The Python interpreter broke down: ${message}`
}

/** Where a package is missing, the model learns not to ask for it again, and who reads the trace learns how it comes there. */
const withRemedy = (raised: string): string =>
  raised.slice(raised.lastIndexOf('\n') + 1).startsWith('ModuleNotFoundError: ') ? `${raised}\n${missingPackage}` : raised

const missingPackage =
  'Only the standard library can be imported, and packages whose wheels the configuration of the run names (python.wheels).'

const brokenProtocol = 'The code interfered with the interpreter that runs it, and was stopped.'

function excess(limit: 'time' | 'memory' | 'output', settings: PythonSettings): string {
  switch (limit) {
    case 'time':
      return `The code ran longer than ${settings.timeoutSeconds} seconds and was stopped.`
    case 'memory':
      return `The code held more memory than the ${settings.memoryMegabytes} MB it may use, and was stopped.`
    case 'output':
      return `The code printed more than ${settings.outputBytes} bytes and was stopped. Print less.`
  }
}
