import type { CallExpression, EachExpression, Expression, ForStatement, MemberExpression } from '../../grammar/index.ts'
import type { EnumType, Size, Type } from '../types/index.ts'
import type { Facts, ResolvedCall } from './checked-program.ts'

/** `Facts` while they are gathered. */
export interface GrowingFacts extends Facts {
  readonly types: Map<Expression, Type>
  readonly calls: Map<CallExpression, ResolvedCall>
  readonly enumMembers: Map<MemberExpression, { readonly type: EnumType; readonly member: string }>
  readonly loopBounds: Map<ForStatement | EachExpression, Size>
}

export const noFacts = (): GrowingFacts => ({ types: new Map(), calls: new Map(), enumMembers: new Map(), loopBounds: new Map() })
