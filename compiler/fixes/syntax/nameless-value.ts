import type { Block, SourceFile, Statement } from '../../../grammar/index.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { blocksOf } from '../../check/walk/parts-of.ts'
import { insertion } from '../edits.ts'
import type { SyntaxPlace } from './syntax-fix.ts'

/** A value without a name: the last of a workflow is what it returns, any other is discarded with `_ =`. */
export function namelessValue({ range: { start }, file }: SyntaxPlace<'bare_call' | 'bare_value'>): Fix {
  const word = endsWorkflow(file, start) ? 'return' : '_ ='
  return { title: word === 'return' ? 'Return it' : 'Discard the result with `_ =`', edits: [insertion(start, `${word} `)] }
}

function endsWorkflow({ declarations }: SourceFile, start: number): boolean {
  return declarations.some((declaration) => declaration.kind === 'workflow' && endsBlock(declaration.body, start))
}

function endsBlock({ statements }: Block, start: number): boolean {
  const last = statements.at(-1)
  if (last === undefined) return false
  return last.range.start === start || (branches(last) && blocksOf(last).some((block) => endsBlock(block, start)))
}

const branches = ({ kind }: Statement): boolean => kind === 'if' || kind === 'match'
