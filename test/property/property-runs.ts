/** How often a property is tried: `usual` times, or more where `MAS_PROPERTY_RUNS` says so. */
export const propertyRuns = (usual: number): number => Math.max(usual, Number(process.env.MAS_PROPERTY_RUNS ?? 0) || 0)
