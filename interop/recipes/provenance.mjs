// node provenance.mjs app.tar.gz [sha384]: any key; checks the DSSE envelope with Node alone
import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, hash = 'sha256'] = process.argv.slice(2)
const { payload, payloadType, signatures } = JSON.parse(readFileSync('provenance.sigstore.json', 'utf8')).dsseEnvelope
const statement = Buffer.from(payload, 'base64')
const signed = Buffer.concat([
  Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} `),
  statement,
])
const key = createPublicKey(readFileSync('kms-public-key.pem'))
const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const how = key.asymmetricKeyType === 'rsa' ? { key, ...padding } : key
if (!verify(hash, signed, how, Buffer.from(signatures[0].sig, 'base64'))) throw new Error('NOT VERIFIED')
const digest = createHash(hash).update(readFileSync(file)).digest('hex')
if (!JSON.parse(statement).subject.some((subject) => subject.digest[hash] === digest)) throw new Error('another file')
console.log('verified')
