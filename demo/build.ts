/** What the demo signs when nobody hands it files: a real build. */
import { spawnSync } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

const LARGE_FILE = 'widget-1.2.3-linux-x64.img'
const LARGE_FILE_MEBIBYTES = 96

/** Packs this project's own package with the npm that runs the demo, or the one on PATH. */
function packProject(project: string, folder: string): void {
  const npm = process.env['npm_execpath']
  const [program, first] = npm === undefined ? (['npm', []] as const) : ([process.execPath, [npm]] as const)
  const options = { cwd: project, encoding: 'utf8', shell: npm === undefined && process.platform === 'win32' } as const
  const result = spawnSync(program, [...first, 'pack', '--ignore-scripts', '--pack-destination', folder], options)
  if (result.status !== 0) throw new Error(`npm pack failed: ${result.error?.message ?? result.stderr}`)
}

/** A file of numbers that look random and are the same every time, as a disk image would fill a build. */
async function writeLargeFile(path: string): Promise<void> {
  const stream = createCipheriv('aes-128-ctr', Buffer.alloc(16, 'demo'), Buffer.alloc(16))
  const chunk = Buffer.alloc(1024 * 1024)
  const file = await open(path, 'wx')
  for (let written = 0; written < LARGE_FILE_MEBIBYTES; written += 1) await file.write(stream.update(chunk))
  await file.close()
}

/** Builds into `<workspace>/dist`, and returns the names of the files there. */
export async function makeBuild(project: string, workspace: string): Promise<readonly string[]> {
  const folder = join(workspace, 'dist')
  await mkdir(folder, { recursive: true })
  packProject(project, folder)
  await writeLargeFile(join(folder, LARGE_FILE))
  return await readdir(folder)
}
