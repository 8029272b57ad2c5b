import { joinAll, typeText } from '../../types/index.ts'
import { common } from './assume.ts'
import type { Environment, Local, OutOfReach } from './environment.ts'

/**
 * What is known after a choice between branches: names from before it, and names that every branch has bound, with the
 * joined type. The others go out of reach.
 */
export function mergeBranches(before: Environment, branches: readonly Environment[]): Environment {
  const [first, ...rest] = branches
  if (first === undefined) return before
  let { locals } = before
  const outOfReach = new Map(branches.flatMap((branch) => [...branch.outOfReach]))
  const changed = branches.filter((branch) => branch.locals !== before.locals)
  const introduced = new Set(changed.flatMap((branch) => [...branch.locals.names()]))
  for (const name of introduced.size === 0 ? [] : before.locals.names()) introduced.delete(name)
  for (const name of introduced) {
    const parts = branches.flatMap((branch) => branch.locals.get(name) ?? [])
    const merged = parts.length === branches.length ? mergeLocals(name, parts) : somewhere(name)
    if ('reason' in merged) {
      outOfReach.set(name, merged)
    } else {
      locals = locals.with(merged)
      outOfReach.delete(name)
    }
  }
  const narrowed = rest.reduce((shared, branch) => common(shared, branch.narrowed), first.narrowed)
  return { ...before, locals, outOfReach, narrowed }
}

const somewhere = (name: string): OutOfReach => ({
  reason: 'only some of the branches before this bind it',
  hint: `Bind \`${name}\` in every branch, or before them.`,
})

function mergeLocals(name: string, parts: readonly Local[]): Local | OutOfReach {
  const [first] = parts
  const type = joinAll(parts.map((part) => part.type))
  if (first === undefined || type === null) {
    const types = [...new Set(parts.map((part) => `\`${typeText(part.type)}\``))].join(' or ')
    return { reason: `it is ${types}, by the branch taken`, hint: `Give \`${name}\` one type in every branch.` }
  }
  return { ...first, type, parts }
}
