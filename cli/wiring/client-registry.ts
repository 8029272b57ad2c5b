import type { ClientRegistry } from '../../runtime/model/index.ts'
import { embeddedCheckpoints } from '../../trainer/embedded/index.ts'

/** The clients that the trainer brings in; a checkpoint's weights and the numeric engine are loaded when a run needs them. */
export const clientRegistry = (): ClientRegistry => embeddedCheckpoints()
