// node sigstore-provenance.mjs app.tar.gz [KEY]: a key that signs SHA-256; RSA with KEY kms-public-key.pss.pem (@sigstore/bundle, @sigstore/verify)
import { createHash, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { bundleFromJSON } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'

const [file, keyFile = 'kms-public-key.pem'] = process.argv.slice(2)
const publicKey = () => ({ publicKey: createPublicKey(readFileSync(keyFile)), validFor: () => true })
const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
const verifier = new Verifier(trust, { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 })
const bundle = bundleFromJSON(JSON.parse(readFileSync('provenance.sigstore.json', 'utf8')))
verifier.verify(toSignedEntity(bundle))
// The envelope is signed; that the statement names this very file is for the reader to check.
const { subject } = JSON.parse(bundle.content.dsseEnvelope.payload.toString())
const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
if (!subject.some(({ digest }) => digest.sha256 === sha256)) throw new Error('the statement does not name this file')
console.log('verified')
