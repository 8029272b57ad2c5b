/** Operators that give a number, and that an answer may be made of. Anything else is not read: it might assign, define or load. */
export const scalarOperators: ReadonlySet<string> = new Set(
  (
    'Add Subtract Negate Multiply Divide Rational Complex Power Sqrt Root Square Exp Ln Log Lb Abs Floor Ceil Round Sign Degrees ' +
    'Sin Cos Tan Sec Csc Cot Arcsin Arccos Arctan Arcsec Arccsc Arccot ' +
    'Sinh Cosh Tanh Sech Csch Coth Arsinh Arcosh Artanh ' +
    'Factorial Factorial2 Binomial Choose GCD LCM Mod Max Min Conjugate Real Imaginary'
  ).split(' '),
)

/** Operators that speak of whole numbers: with them, variables are tried at whole numbers only. */
export const integerOperators: ReadonlySet<string> = new Set(['Factorial', 'Factorial2', 'Binomial', 'Choose', 'GCD', 'LCM', 'Mod'])

/** Names that are no variables. */
export const constants: ReadonlySet<string> = new Set([
  'Pi',
  'ExponentialE',
  'ImaginaryUnit',
  'GoldenRatio',
  'PositiveInfinity',
  'NegativeInfinity',
])

/** Sets that have a name. */
export const namedSets: ReadonlySet<string> = new Set([
  'EmptySet',
  'RealNumbers',
  'Integers',
  'RationalNumbers',
  'ComplexNumbers',
  'NonNegativeIntegers',
  'PositiveIntegers',
  'Numbers',
])
