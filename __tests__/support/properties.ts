/**
 * fast-check with one seed for all: a change is judged by what it changed, not by luck. `npm run fuzz` goes through other
 * seeds, by FUZZ_SEED, and prints the one that found something.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_122) })

export { fc }
