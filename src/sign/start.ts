import { reportFailure, runnerLog as log } from '../runner/annotations.ts'
import { exitWhenRead } from '../runner/exit.ts'
import { runnerFront } from '../runner/front.ts'
import { guardVerdict } from '../runner/verdict.ts'
import { run } from './main.ts'

await guardVerdict(() => run(process.env, runnerFront), { report: reportFailure, log })
// What an upload that was given up still holds open must not keep the job waiting.
exitWhenRead(500)
