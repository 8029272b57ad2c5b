import { typeText, withoutNone } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { ExpressionForm } from '../expressions/expression-form.ts'
import type { AskingGoal } from '../machine/goal.ts'
import { Scope } from '../machine/scope.ts'
import type { LocalName } from '../machine/scope.ts'
import type { DerivationSpecification } from '../specification.ts'
import type { StatementForm } from '../statements/statement-form.ts'
import { LocalNames } from './names.ts'
import { typeUniverse } from './type-universe.ts'
import { distinctShapes } from './without-sizes.ts'

/** A specification made ready: what it offers, and everything that has been worked out for it so far. */
export class Space {
  readonly specification: DerivationSpecification
  readonly statements: readonly StatementForm[]
  readonly expressions: readonly ExpressionForm[]
  readonly names: LocalNames
  /** Whether a name may stand as an expression. */
  readonly offersNames: boolean
  /** Every type that a value may have. */
  readonly types: readonly Type[]
  /** One of all types that differ only in the bounds of lists. */
  readonly shapes: readonly Type[]
  /** The types that a name may hold. */
  readonly bindings: readonly Type[]
  /** Ascending. */
  readonly integers: readonly number[]
  readonly goals = new Map<string, AskingGoal>()
  readonly scope: Scope

  constructor(
    specification: DerivationSpecification,
    statements: readonly StatementForm[],
    expressions: readonly ExpressionForm[],
  ) {
    const { constructs, workflow } = specification
    this.specification = specification
    this.statements = statements.filter(({ kind }) => kind === 'always' || constructs.statements.includes(kind))
    this.expressions = expressions.filter(({ kind }) => constructs.expressions.includes(kind))
    this.offersNames = constructs.expressions.includes('name')
    this.names = new LocalNames(specification)
    this.types = typeUniverse(specification)
    this.shapes = distinctShapes(this.types)
    this.bindings = constructs.bindings ?? this.types
    this.integers = [...new Set(constructs.integers)].sort((left, right) => left - right)
    this.scope = workflow.parameters.reduce<Scope>(
      (scope, { name, type }) => this.extend(scope, { name, type, role: 'parameter' }),
      new Scope(),
    )
  }

  extend(scope: Scope, name: LocalName): Scope {
    return scope.with(name, typeText(name.type))
  }

  /** The goal with that key, made once. */
  goal(key: string, make: () => AskingGoal): AskingGoal {
    const known = this.goals.get(key)
    if (known !== undefined) return known
    const made = make()
    this.goals.set(key, made)
    return made
  }

  /**
   * The least bound of a list of the items in the space that so many fit; `null` where they fit only one without a bound. Lists
   * of items that may be `none` have the same bounds, so that `present` keeps them.
   */
  boundFor(element: Type, count: number): number | null {
    const item = typeText(withoutNone(element))
    const bounds = this.types.flatMap((type) =>
      type.kind === 'list' && type.size?.kind === 'number' && typeText(withoutNone(type.element)) === item
        ? [type.size.value]
        : [],
    )
    const fitting = bounds.filter((bound) => bound >= count)
    return fitting.length === 0 ? null : Math.min(...fitting)
  }
}
