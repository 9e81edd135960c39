import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { judgeAll } from '../../demo/verdicts.ts'

const shared = { hash: 'sha256', rsa: false, principal: 'somebody' }
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'))
  file = join(folder, 'widget.bin')
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  await writeFile(join(folder, 'kms-public-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(file, 'widget')
  const signature = sign('sha256', Buffer.from('widget'), privateKey)
  await writeFile(`${file}.sig`, signature)
  await writeFile(`${file}.sig.b64`, `${signature.toString('base64')}\n`)
})
afterEach(() => rm(folder, { recursive: true }))

const judge = (...signatures: string[]) => judgeAll([{ file, signatures }], { ...shared, runFiles: folder })

it('says who verified what', async () => {
  const { lines, faults } = await judge(`${file}.sig`, `${file}.sig.b64`)
  expect(faults).toEqual([])
  expect(lines).toContain(`widget.bin.sig: verified by Node ${process.versions.node}; a changed file is refused`)
})

it('finds a signature of something else', async () => {
  await writeFile(file, 'another widget')
  expect((await judge(`${file}.sig.b64`)).faults).toEqual([`Node ${process.versions.node} REFUSES widget.bin.sig.b64`])
})

it('does not pass over a file that nobody can judge', async () => {
  await writeFile(`${file}.jws`, 'signature')
  expect((await judge(`${file}.jws`)).faults).toEqual(['nobody knows what widget.bin.jws is'])
})
