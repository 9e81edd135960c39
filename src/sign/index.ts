import { guardVerdict } from '../runner/annotations.ts'
import { exitWhenRead } from '../runner/exit.ts'
import { run } from './main.ts'

await guardVerdict(() => run(process.env))
// What an upload that was given up still holds open must not keep the job waiting.
exitWhenRead(500)
