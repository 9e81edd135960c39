// node sigstore.mjs app.tar.gz [KEY]: an elliptic-curve key, or with KEY kms-public-key.pss.pem an RSA key (@sigstore/bundle, @sigstore/verify)
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { bundleFromJSON } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'

const [file, keyFile = 'kms-public-key.pem'] = process.argv.slice(2)
const publicKey = () => ({ publicKey: createPublicKey(readFileSync(keyFile)), validFor: () => true })
const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
const verifier = new Verifier(trust, { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 })
const bundle = bundleFromJSON(JSON.parse(readFileSync(`${file}.sigstore.json`, 'utf8')))
verifier.verify(toSignedEntity(bundle, readFileSync(file)))
console.log('verified')
