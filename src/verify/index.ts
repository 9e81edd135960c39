import { startAction } from '../runner/runtime.ts'

await startAction(async () => {
  const { start } = await import('./start.ts')
  await start()
})
