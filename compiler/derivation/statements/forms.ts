import { assertForm } from './assert.ts'
import { bindForm } from './bind.ts'
import { copyForm } from './copy.ts'
import { endForm, returnForm, yieldForm } from './ends.ts'
import { forForm } from './for.ts'
import { ifElseForm, ifForm, ifReturnForm } from './if.ts'
import { matchForm, matchReturnForm } from './match.ts'
import { rebindForm } from './rebind.ts'
import { repeatForm } from './repeat.ts'
import type { StatementForm } from './statement-form.ts'
import { stopForm } from './stop.ts'

/** Every kind of statement that can be derived, in the order in which choices are listed. */
export const statementForms: readonly StatementForm[] = [
  bindForm,
  copyForm,
  rebindForm,
  repeatForm,
  forForm,
  stopForm,
  ifForm,
  ifElseForm,
  ifReturnForm,
  matchForm,
  matchReturnForm,
  assertForm,
  returnForm,
  yieldForm,
  endForm,
]
