import { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import type { LoweringProblem } from '../lower/index.ts'

type Recursion = Extract<LoweringProblem, { kind: 'recursion' }>

/**
 * Reports recursion that shows only when workflows are inlined. A call in another file, such as one of the library, is right by
 * itself: the error stands at the last call in the file of the workflow that was compiled, and names the other place.
 */
export function reportRecursion({ chain, calls }: Recursion, file: string, reporterOf: (file: string) => Reporter): void {
  const [outermost] = calls
  const closing = calls[calls.length - 1] ?? outermost
  const { module, at } = calls.findLast((call) => call.module === file) ?? outermost
  const [name] = chain.slice(-1)
  const related =
    closing.module === module
      ? []
      : [{ file: closing.module, range: closing.at, message: `\`${name?.name ?? ''}\` is called again here.` }]
  reporterOf(module).report(boundsMessages.recursion, { chain: chain.map((step) => step.name) }, at, { related })
}
