import { testBuiltin, testFailure } from './expect-builtin.ts'

testBuiltin('sum', [
  [[[]], null, 0],
  [[[1, 2.5]], null, 3.5],
])
testFailure('sum', 'not_finite', [[[1e308, 1e308]]])
testBuiltin('mean', [
  [[[1, 2]], null, 1.5],
  [[[3]], null, 3],
])
testFailure('mean', 'empty_list', [[[]]])
testFailure('mean', 'not_finite', [[[1e308, 1e308]]])
testBuiltin('min', [
  [[[3, 1, 2]], null, 1],
  [[2, 5], null, 2],
])
testFailure('min', 'empty_list', [[[]]])
testBuiltin('max', [
  [[[3, 1, 2]], null, 3],
  [[2, 5], null, 5],
  [[-2, -5], null, -2],
])
testFailure('max', 'empty_list', [[[]]])
testBuiltin('round', [
  [[0.5], null, 1],
  [[-0.5], null, -1],
  [[1.5], null, 2],
  [[2.5], null, 3],
  [[-2.5], null, -3],
  [[2.4], null, 2],
  [[-2.4], null, -2],
  [[0.49999999999999994], null, 0],
  [[-0.2], null, 0],
  [[4503599627370497.5], null, 4503599627370498],
  [[1e300], null, 1e300],
])
testBuiltin('abs', [
  [[-2], null, 2],
  [[2.5], null, 2.5],
])
