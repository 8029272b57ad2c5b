import type { ForStatement, RepeatStatement } from '../../../grammar/index.ts'
import { resolveSize } from '../../names/resolve-size.ts'
import type { Body } from '../body.ts'
import { boundNames } from '../flow/bound-names.ts'
import { losing, withoutKnowledge } from '../flow/environment.ts'
import type { Environment, OutOfReach } from '../flow/environment.ts'
import { checkStatements } from './check-statements.ts'
import { checkLoopList, withItems } from './loop-list.ts'

export function checkRepeat({ maximum, body: block }: RepeatStatement, environment: Environment, body: Body): Environment {
  resolveSize(maximum, '`max`', body.types)
  const start = withoutKnowledge(environment, boundNames(block.statements))
  return losing(start, checkStatements(block.statements, start, body), newInside)
}

export function checkFor(loop: ForStatement, environment: Environment, body: Body): Environment {
  const { element } = checkLoopList(loop, environment, body)
  const start = withoutKnowledge(environment, boundNames(loop.body.statements))
  return losing(start, checkStatements(loop.body.statements, withItems(start, loop, element, body), body), newInside)
}

const newInside = (name: string): OutOfReach => ({
  reason: 'it belongs to a loop before this, where it is new in every round',
  hint: `Bind \`${name}\` before the loop; the loop then carries it.`,
})
