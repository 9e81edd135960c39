import { guardVerdict } from '../outputs/annotations.ts'
import { exitWhenRead } from '../outputs/exit.ts'
import { run } from './main.ts'

await guardVerdict(() => run(process.env))
// What an upload that was given up still holds open must not keep the job waiting.
exitWhenRead(500)
