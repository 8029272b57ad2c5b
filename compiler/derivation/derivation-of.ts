import { parse } from '../../grammar/index.ts'
import type { SourceFile } from '../../grammar/index.ts'
import { choicesSoFar, startDerivation, take } from './half-program.ts'
import type { Choice, HalfProgram } from './half-program.ts'
import type { Option } from './machine/goal.ts'
import type { Piece, SourceNames } from './machine/part.ts'
import type { DerivationSpecification } from './specification.ts'

/**
 * The choices that lead to a given program, whatever its local names are called; `null` where it is not in the space. Of a
 * text, the workflow with the specification's name is looked at; the declarations around it are taken for the preamble's.
 */
export function derivationOf(specification: DerivationSpecification, program: string | SourceFile): readonly Choice[] | null {
  const file = typeof program === 'string' ? parse(program).file : program
  const workflow = file.declarations.find(({ kind, name }) => kind === 'workflow' && name.text === specification.workflow.name)
  if (workflow?.kind !== 'workflow') return null
  const names = new Map(specification.workflow.parameters.map(({ name }) => [name, name]))
  const pieces: Stack = { piece: { kind: 'statements', statements: workflow.body.statements, result: null }, below: null }
  const found = replay(startDerivation(specification), pieces, { names, waiting: null })
  return found === null ? null : choicesSoFar(found)
}

/** What of the given program is still to be met, the next piece on top. */
type Stack = { readonly piece: Piece; readonly below: Stack } | null

interface Names {
  /** From the given program's names to the derived ones. */
  readonly names: ReadonlyMap<string, string>
  /** Names of the given program that wait for a derived one, the next on top. */
  readonly waiting: { readonly name: string; readonly below: Names['waiting'] } | null
}

function replay(half: HalfProgram, stack: Stack, names: Names): HalfProgram | null {
  if (stack === null) return half.position.frame === null ? half : null
  const { piece, below } = stack
  if (piece.kind === 'introduces') return replay(half, below, { ...names, waiting: { name: piece.name, below: names.waiting } })
  const visible: SourceNames = {
    derived: (name) => {
      const derived = names.names.get(name)
      return derived !== undefined && half.position.state.scope.names.some((local) => local.name === derived) ? derived : null
    },
  }
  const { machine } = half.space
  for (const option of machine.options(half.position)) {
    const pieces = piecesFor(option, piece, visible)
    const step = pieces === null ? null : machine.step(half.position, option)
    if (pieces === null || step === null) continue
    const rest = pieces.reduceRight<Stack>((lower, next) => ({ piece: next, below: lower }), below)
    const found = replay(take(half, step), rest, step.named === null ? names : given(names, step.named))
    if (found !== null) return found
  }
  return null
}

/** What is left of the piece after the option; `null` where the option is not what stands there. */
function piecesFor({ part }: Option, piece: Piece, names: SourceNames): readonly Piece[] | null {
  switch (piece.kind) {
    case 'expression':
      return part.kind === 'expression' ? part.read(piece.expression, names) : null
    case 'integer':
      return part.kind === 'integer' && part.value === piece.value ? [] : null
    case 'name':
      return part.kind === 'name' && (piece.name === null || names.derived(piece.name) === part.name) ? [] : null
    case 'introduces':
      return null
    case 'statements': {
      const [first, ...others] = piece.statements
      if (first === undefined) {
        if (part.kind === 'end') return piece.result === null ? [] : null
        return part.kind === 'yield' && piece.result !== null ? [{ kind: 'expression', expression: piece.result }] : null
      }
      const pieces = part.kind === 'statement' ? part.read(first, names) : null
      if (pieces === null || part.kind !== 'statement') return null
      if (part.last) return others.length === 0 ? pieces : null
      return [...pieces, { ...piece, statements: others }]
    }
  }
}

/** The name that waits has got a derived one; whatever had it before is out of scope. */
function given({ names, waiting }: Names, derived: string): Names {
  const still = new Map([...names].filter(([, other]) => other !== derived))
  return waiting === null ? { names: still, waiting } : { names: still.set(waiting.name, derived), waiting: waiting.below }
}
