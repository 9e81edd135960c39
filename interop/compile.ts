/** Compiles what judges: the recipes of languages that are compiled. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Programs } from './programs.ts'

const RECIPES = join(import.meta.dirname, 'recipes')

/** Programs that recipes are compiled to once. */
export interface Compiled {
  readonly go: string
  readonly clearsign: string
  readonly java: string
  readonly rust: string
}

/** What runs a compiler in a folder. It throws an Error with the compiler's words. */
export function compiler(env: NodeJS.ProcessEnv) {
  return (cwd: string, command: string, ...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(command, args, {
      cwd,
      env: { ...env, GOTOOLCHAIN: 'local' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  }
}

/**
 * Compiles the recipes in Go, Java and Rust.
 * @param downloads kept between runs
 * @throws Error with the compiler's words
 */
export function compile({ found, env }: Programs, scratch: string, downloads: string): Compiled {
  const compiled = {
    go: join(scratch, 'verify-go'),
    clearsign: join(scratch, 'clearsign'),
    java: join(scratch, 'classes'),
    rust: join(downloads, 'rust', 'target', 'debug', 'verify'),
  }
  const run = compiler(env)
  if (found.has('go')) run(RECIPES, 'go', 'build', '-o', compiled.go, 'verify.go')
  if (found.has('clearsign')) run(join(import.meta.dirname, 'clearsign'), 'go', 'build', '-o', compiled.clearsign, '.')
  if (found.has('java')) run(RECIPES, 'javac', '-d', compiled.java, 'Verify.java')
  if (found.has('rust')) {
    // Cargo writes beside its file: the crates' versions, and what it builds, half a minute's work that is kept.
    const folder = join(downloads, 'rust')
    mkdirSync(folder, { recursive: true })
    copyFileSync(join(import.meta.dirname, 'rust', 'Cargo.toml'), join(folder, 'Cargo.toml'))
    copyFileSync(join(RECIPES, 'verify.rs'), join(folder, 'verify.rs'))
    run(folder, 'cargo', 'build', '--quiet')
  }
  return compiled
}
