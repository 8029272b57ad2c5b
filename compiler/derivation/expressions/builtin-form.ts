import { choosingBuiltins } from './builtins/choosing.ts'
import type { BuiltinRule } from './builtins/builtin-rule.ts'
import { listBuiltins } from './builtins/lists.ts'
import { numberBuiltins } from './builtins/numbers.ts'
import { textBuiltins } from './builtins/texts.ts'
import { builtinLabel, builtinOption } from './builtin-call.ts'
import type { ExpressionForm } from './expression-form.ts'

const rules: ReadonlyMap<string, BuiltinRule> = new Map([
  ...choosingBuiltins,
  ...listBuiltins,
  ...numberBuiltins,
  ...textBuiltins,
])

/** The builtins that can be derived. */
export const derivableBuiltins: readonly string[] = [...rules.keys()]

/** Calls of builtins. */
export const builtinForm: ExpressionForm = {
  kind: 'builtin',
  options: (context) =>
    context.shape.depth < 1
      ? []
      : context.space.specification.constructs.builtins.flatMap(
          (name) =>
            rules
              .get(name)
              ?.calls(context)
              .map((call) => builtinOption({ builtin: name, ...call })) ?? [],
        ),
  labels: (space) =>
    space.specification.constructs.builtins.flatMap(
      (name) =>
        rules
          .get(name)
          ?.variants(space)
          .map((variant) => builtinLabel(name, variant)) ?? [],
    ),
}
