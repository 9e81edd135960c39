import { startAction } from '../runner/runtime.ts'

await startAction(() => import('./start.ts'))
