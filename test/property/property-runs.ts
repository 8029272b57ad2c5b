/** How often a property is tried: so many times, or as often as `MAS_PROPERTY_RUNS` says where that is more. */
export const propertyRuns = (usual: number): number => Math.max(usual, Number(process.env.MAS_PROPERTY_RUNS ?? 0))
