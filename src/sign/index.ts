import { startAction } from '../runner/runtime.ts'

await startAction(async () => {
  const [{ runAction }, { run }] = await Promise.all([import('../runner/run-action.ts'), import('./main.ts')])
  await runAction(run)
})
