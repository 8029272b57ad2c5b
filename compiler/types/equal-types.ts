import { isAssignable } from './is-assignable.ts'
import type { Type } from './type.ts'

/** Whether the two types have the same values. */
export const equalTypes = (left: Type, right: Type): boolean => isAssignable(left, right) && isAssignable(right, left)
