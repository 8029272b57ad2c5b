/** The tree without positions: two trees are equal where they say the same. */
export function withoutPlaces(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutPlaces)
  if (tree === null || typeof tree !== 'object') return tree
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      key === 'range' || key === 'operatorRange' ? [] : [[key, withoutPlaces(value)]],
    ),
  )
}
