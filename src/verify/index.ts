import { startAction } from '../runner/runtime.ts'

await startAction(async () => {
  const [{ runReadingAction }, { run }] = await Promise.all([import('../runner/run-action.ts'), import('./main.ts')])
  await runReadingAction(run, 'not everything was verified.')
})
