import { armored, sshsig, type SshsigParts } from '../../__tests__/support/signature-makers.ts'
import { changedBytes, changedText } from './changes.ts'
import type { Mutant } from './types.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

const padded = (number: Buffer): Buffer => Buffer.concat([Buffer.of(0), number])
/** Parts that the key signs as they are. */
const PARTS: readonly (readonly [string, Partial<SshsigParts>])[] = [
  ['the hash sha256', { hash: 'sha256' }],
  ['the hash sha384', { hash: 'sha384' }],
  ['the hash sha1', { hash: 'sha1' }],
  ['another namespace', { namespace: 'git' }],
  ['no namespace', { namespace: '' }],
  ['a reserved field', { reserved: 'x' }],
  ['version 0', { version: 0 }],
  ['version 2', { version: 2 }],
  ['something behind the numbers', { behindNumbers: 'x' }],
  ['something behind it all', { extra: 'x' }],
  ['numbers with a zero before them', { numbers: (r, s) => [padded(r), padded(s)] }],
  [
    'numbers without the zero that keeps them positive',
    { numbers: (r, s) => [r, s].map((n) => (n[0] === 0 ? n.subarray(1) : n)) },
  ],
  ['three numbers', { numbers: (r, s) => [r, s, s] }],
  ['another type of signature', { keyType: 'ecdsa-sha2-nistp384' }],
  ['another key', { publicKey: Buffer.from('x') }],
]

/** An SSHSIG with a change in its armor or its bytes, or with other parts that the key did sign. */
export function sshsigMutant({ files, key, content }: Scene, random: Random): Mutant {
  const file = files.sshsig
  if (random.below(3) === 0) return { bytes: changedText(file, random), place: 'the armor' }
  if (random.below(3) === 0) {
    const [place, parts] = random.pick(PARTS)
    return { bytes: sshsig(key, content, parts), place: `signed with ${place}` }
  }
  const blob = Buffer.from(file.toString().split('\n').slice(1, -2).join(''), 'base64')
  return { bytes: armored('SSH SIGNATURE', changedBytes(blob, random).bytes), place: 'the signature' }
}
