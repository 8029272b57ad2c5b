/** A package of this folder; `null` where it has not been installed. `Package` is what is used of it. */
export async function loadPackage<Package>(name: string): Promise<Package | null> {
  try {
    return (await import(name)) as Package
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
