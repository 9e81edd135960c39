import { guardVerdict } from '../outputs/annotations.ts'
import { run } from './main.ts'

await guardVerdict(() => run(process.env))
