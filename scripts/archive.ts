/** What a runner that uses the action downloads: the repository as `git archive` packs it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The tar archive that a commit of all files below `root` would give, with its own .gitattributes. The repository's
 * index and objects stay as they are.
 */
export function archiveOf(root: string): Buffer {
  const scratch = mkdtempSync(join(tmpdir(), 'archive-'))
  const git = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync('git', args, { cwd: root, env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024 })
  try {
    const objects = git(['rev-parse', '--path-format=absolute', '--git-path', 'objects']).toString().trim()
    const env = {
      GIT_INDEX_FILE: join(scratch, 'index'),
      GIT_OBJECT_DIRECTORY: scratch,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
    }
    git(['add', '--all', '.'], env)
    // Whoever leaves the building of dist/ to others has told git to look away from it.
    git(['add', '--all', '--force', 'dist'], env)
    const tree = git(['write-tree'], env).toString().trim()
    return git(['archive', '--worktree-attributes', tree], env)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Names of the files in a tar archive of git's. */
export function namesIn(archive: Buffer): readonly string[] {
  const listed = execFileSync('tar', ['-t'], { input: archive, encoding: 'utf8' })
  return listed.split('\n').filter((name) => name !== '' && !name.endsWith('/'))
}
