/** What people use instead: one process, or several, for each file. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { type Bench, time } from './bench.ts'

const LOOP = `set -eu
for file in $(ls f | head -n "$COUNT"); do
  hash=$(openssl dgst -sha256 -binary "f/$file" | openssl base64 -A)
  curl -sSf -X POST -H 'Authorization: Bearer t1.benchmark-token' -H 'Content-Type: application/json' \\
    -d "{\\"hash\\":\\"$hash\\"}" "$ORIGIN/kms/v1/asymmetricSignatureKeys/p256:signHash" >"loop/$file.json"
done
`

/** Signs the first `count` files of the workspace by openssl and curl, with a token in hand. Milliseconds. */
export async function shellLoop(bench: Bench, workspace: string, count: number): Promise<number> {
  await writeFile(join(workspace, 'loop.sh'), LOOP)
  const settings = [`COUNT=${count}`, `ORIGIN=${bench.origin}`]
  return time('env', [...settings, 'sh', '-c', 'rm -rf loop && mkdir loop && sh loop.sh'], workspace)
}

const VERIFY = `set -eu
for file in $(ls f | head -n "$COUNT"); do
  openssl dgst "-$HASH" -verify out/kms-public-key.pem $PSS -signature "out/$file.sig" "f/$file" >/dev/null
done
`

/** Verifies the signatures of the first `count` files of the workspace by openssl. Milliseconds. */
export async function opensslLoop(workspace: string, hash: string, rsa: boolean, count: number): Promise<number> {
  const pss = rsa ? '-sigopt rsa_padding_mode:pss' : ''
  return time('env', [`COUNT=${count}`, `HASH=${hash}`, `PSS=${pss}`, 'sh', '-c', VERIFY], workspace)
}

/** Whether a program is there. */
export function installed(program: string): boolean {
  return spawnSync(program, ['version'], { stdio: 'ignore' }).error === undefined
}

const COSIGN = `set -eu
for file in $(ls f | head -n "$COUNT"); do
  COSIGN_PASSWORD= cosign sign-blob --yes --key cosign.key --bundle "loop/$file.json" \\
    --tlog-upload=false --use-signing-config=false "f/$file" >/dev/null 2>&1
done
`

/** Signs the first `count` files with cosign and a key on the disk: no network at all, but a process a file. */
export async function cosignLoop(workspace: string, count: number): Promise<number> {
  await writeFile(join(workspace, 'cosign.sh'), COSIGN)
  await time('sh', ['-c', 'rm -f cosign.key cosign.pub; COSIGN_PASSWORD= cosign generate-key-pair'], workspace)
  return time('env', [`COUNT=${count}`, 'sh', '-c', 'rm -rf loop && mkdir loop && sh cosign.sh'], workspace)
}
