export { embeddedCheckpoints } from './embedded-checkpoints.ts'
export { readManifest } from './manifest.ts'
export type { Manifest, ManifestRole } from './manifest.ts'
export { misfit } from './misfit.ts'
