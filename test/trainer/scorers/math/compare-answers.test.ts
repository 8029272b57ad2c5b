import { expect, test } from 'vitest'
import { compareAnswers } from '../../../../trainer/scorers/math/compare-answers.ts'
import { Engine } from '../../../../trainer/scorers/math/engine.ts'

const engine = new Engine()

/** Expected, found. */
type Pair = readonly [string, string]

const equal: readonly Pair[] = [
  // Numbers.
  ['\\frac{1}{2}', '0.5'],
  ['\\frac12', '1/2'],
  ['\\dfrac{6}{8}', '\\tfrac{3}{4}'],
  ['0.\\overline{3}', '1/3'],
  ['1,234', '1234'],
  ['1{,}234{,}567', '1234567'],
  ['3 1/2', '7/2'],
  ['3\\frac12', '3.5'],
  ['50\\%', '1/2'],
  ['12.5%', '\\frac18'],
  ['2 \\cdot 10^5', '200000'],
  ['6.02e3', '6020'],
  ['2^{100}', '1267650600228229401496703205376'],
  ['5!', '120'],
  ['\\binom{5}{2}', '10'],
  ['|-3|', '3'],
  ['−4', '-4'],
  // Roots, powers, logarithms, angles.
  ['\\sqrt{8}', '2\\sqrt{2}'],
  ['sqrt(2)/2', '\\frac{1}{\\sqrt2}'],
  ['\\sqrt2+\\sqrt3', '\\sqrt{5+2\\sqrt6}'],
  ['\\sqrt[3]{27}', '3'],
  ['2**10', '1024'],
  ['\\ln(e^2)', '2'],
  ['\\log_2 8', '3'],
  ['e^{i\\pi}', '-1'],
  ['90^\\circ', '\\frac{\\pi}{2}'],
  ['30°', 'pi/6'],
  ['\\cos 60^\\circ', '0.5'],
  ['(\\sin(\\pi-0.01)+\\sin\\pi)^2', '\\sin^2(0.01)'],
  ['\\frac{\\sqrt{3}}{2}i', '\\frac{i\\sqrt3}{2}'],
  // What is around an answer.
  ['\\boxed{\\frac{3}{4}}', '0.75'],
  ['$5$', '5'],
  ['\\$5', '5'],
  ['\\(x+1\\)', '1+x'],
  ['7.', '7'],
  // With variables.
  ['(x+1)^2', 'x^2+2x+1'],
  ['a(b+c)', 'ab+ac'],
  ['4x+2', '2(2x+1)'],
  ['\\frac{x^2-1}{x-1}', 'x+1'],
  ['\\sin^2 x+\\cos^2 x', '1'],
  ['\\cos(2x)', '1-2\\sin^2 x'],
  ['|x|', '\\sqrt{x^2}'],
  ['\\ln(x^2)', '2\\ln|x|'],
  ['x^{3/2}', 'x\\sqrt{x}'],
  ['n!', 'n(n-1)!'],
  ['x_1+x_2', 'x_2+x_1'],
  ['\\alpha\\beta', '\\beta\\alpha'],
  ['N+C', 'C+N'],
  // Equations and inequalities.
  ['y=2x+1', '2x-y+1=0'],
  ['x=5', '5=x'],
  ['x<2', '2>x'],
  ['-2x<4', 'x>-2'],
  ['0<x<2', 'x<2 \\land x>0'],
  ['-2<x\\le3', 'x \\le 3 \\land x>-2'],
  // Sets, intervals, tuples, matrices, words.
  ['\\{1,2\\}', '\\{2,1,\\frac22\\}'],
  ['2\\pm\\sqrt3', '\\{2-\\sqrt3,2+\\sqrt3\\}'],
  ['(0,1]', '\\left(0,1\\right]'],
  ['(-\\infty,2)\\cup(3,\\infty)', '(3,\\infty)\\cup(-\\infty,2)'],
  ['(\\frac12,2)', '(0.5,2)'],
  ['[1,2]', '[1,\\frac42]'],
  ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '\\begin{bmatrix}1&2\\\\3&\\frac82\\end{bmatrix}'],
  ['\\emptyset', '\\varnothing'],
  ['\\mathbb{R}', '\\mathbb R'],
  ['\\infty', '∞'],
  ['\\text{east}', 'east'],
  ['12\\text{ cm}', '\\frac{24}{2}\\text{cm}'],
  ['9.8\\text{ m/s}^2', '\\frac{98}{10}\\text{ m/s}^{2}'],
  ['5\\text{ apples}', '5.0\\text{ apples}'],
  ['x\\le\\infty', 'x \\le \\infty'],
  ['x=2\\text{ or }x=3', 'x=3\\text{ or }x=2'],
]

const different: readonly Pair[] = [
  // Near misses.
  ['1/3', '0.333'],
  ['1/3', '0.33333333333333333333333333333333333333'],
  ['\\pi', '3.14'],
  ['\\pi', '3.14159265358979323846264338327950288419716939937510582097494459'],
  ['\\sqrt2', '1.41421356237309504880168872420969807856967187537694'],
  ['1001', '1005'],
  ['2^{100}', '1267650600228229401496703205377'],
  ['10^{-1000}', '2\\cdot10^{-1000}'],
  ['e^{-1000}', 'e^{-1001}'],
  ['\\frac13', '33.3\\%'],
  ['90^\\circ', '90'],
  ['2i', '-2i'],
  ['\\infty', '-\\infty'],
  ['e^{\\pi\\sqrt{163}}', '262537412640768744'],
  // Not the same for all values of the variables.
  ['x', '\\sqrt{x^2}'],
  ['\\ln(x^2)', '2\\ln x'],
  ['\\cos(2x)', '2\\sin^2 x-1'],
  ['x+1', 'x+1.0001'],
  ['x', 'y'],
  ['x^2', 'x^2+0\\cdot y+10^{-30}'],
  // Of another kind, or in another order.
  ['5', 'x=5'],
  ['x<2', 'x\\le2'],
  ['x<2', 'x>2'],
  ['y=2x+1', 'y=2x-1'],
  ['(1,2)', '(2,1)'],
  ['(0,1]', '[0,1)'],
  ['(-\\infty,2]', '(-\\infty,2)'],
  ['\\{1,2\\}', '\\{1,2,3\\}'],
  ['\\{1,2\\}', '(1,2)'],
  ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}'],
  ['12\\text{ cm}', '12'],
  ['12\\text{ cm}', '12\\text{ m}'],
  ['\\text{east}', '\\text{seat}'],
  ['east', 'seat'],
]

/** What is found cannot be read. */
const unreadable: readonly Pair[] = [
  ['1', ''],
  ['1', '1+'],
  ['12', '1 2'],
  ['1', '\\frac{1}'],
  ['1', '((1)'],
  ['1', '{'],
  ['1', '\\nabla'],
  ['1', '\\frac{1}{0}'],
  ['4', 'f(2)'],
  ['1', 'x := 1'],
  ['3', '\\pi := 3'],
  ['1', '\\sum_{k=1}^{1} k'],
  ['1', '\\mathrm{Assign}(x, 1)'],
  ['1', '(1,2)\\text{ cm}'],
]

test.each(equal)('%s equals %s', (expected, found) => {
  expect(compareAnswers(engine, { expected, found })).toEqual({ kind: 'equal' })
  expect(compareAnswers(engine, { expected: found, found: expected })).toEqual({ kind: 'equal' })
})

test.each(different)('%s is not %s', (expected, found) => {
  expect(compareAnswers(engine, { expected, found })).toEqual({ kind: 'different' })
  expect(compareAnswers(engine, { expected: found, found: expected })).toEqual({ kind: 'different' })
})

test.each(unreadable)('beside %s, %j cannot be read', (expected, found) => {
  expect(compareAnswers(engine, { expected, found })).toMatchObject({ kind: 'unreadable' })
  expect(compareAnswers(engine, { expected: found, found: expected })).toMatchObject({ kind: 'unreadable_expected' })
})

test('an answer that assigns leaves nothing behind', () => {
  compareAnswers(engine, { expected: 'x', found: 'x := 5' })
  compareAnswers(engine, { expected: 'x', found: 'x \\cup \\{1\\}' })
  expect(compareAnswers(engine, { expected: 'x+1', found: '6' })).toEqual({ kind: 'different' })
  expect(compareAnswers(engine, { expected: '2x', found: 'x+x' })).toEqual({ kind: 'equal' })
})
