import type { CreditProgram } from '../credit-program.ts'
import { branches } from './branches.ts'
import { chain } from './chain.ts'
import { designs } from './designs.ts'
import { each } from './each.ts'
import { failures } from './failures.ts'
import { loop } from './loop.ts'
import { otherwise } from './otherwise.ts'
import { sample } from './sample.ts'
import { shared } from './shared.ts'
import { tools } from './tools.ts'

/** What estimators are measured on: every construct that the credit of a call depends on. */
export const creditPrograms: readonly CreditProgram[] = [
  chain,
  branches,
  loop,
  each,
  sample,
  otherwise,
  tools,
  shared,
  failures,
  designs,
]
