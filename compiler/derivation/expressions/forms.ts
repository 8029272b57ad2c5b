import { arithmeticForm } from './arithmetic-form.ts'
import { booleanForm } from './boolean-form.ts'
import { builtinForm } from './builtin-form.ts'
import { callForm } from './call-form.ts'
import { defaultForm } from './default-form.ts'
import { eachForm } from './each-form.ts'
import { equalForm } from './equal-form.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fieldForm } from './field-form.ts'
import { integerForm } from './integer-form.ts'
import { listForm } from './list-form.ts'
import { logicForm } from './logic-form.ts'
import { memberForm } from './member-form.ts'
import { noneForm } from './none-form.ts'
import { orderForm } from './order-form.ts'
import { otherwiseForm } from './otherwise-form.ts'
import { presentForm } from './present-form.ts'
import { recordForm } from './record-form.ts'
import { sampleForm } from './sample-form.ts'
import { stringForm } from './string-form.ts'

/** Every kind of expression that can be derived, names aside, in the order in which choices are listed. */
export const expressionForms: readonly ExpressionForm[] = [
  stringForm,
  integerForm,
  booleanForm,
  noneForm,
  memberForm,
  callForm,
  builtinForm,
  sampleForm,
  eachForm,
  otherwiseForm,
  defaultForm,
  presentForm,
  equalForm,
  orderForm,
  logicForm,
  arithmeticForm,
  listForm,
  recordForm,
  fieldForm,
]
