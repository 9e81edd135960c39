// node node.mjs app.tar.gz [sha384]: any key; the hash is the key's, sha256 unless given
import { constants, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, hash = 'sha256'] = process.argv.slice(2)
const key = createPublicKey(readFileSync('kms-public-key.pem'))
const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const how = key.asymmetricKeyType === 'rsa' ? { key, ...padding } : key
if (!verify(hash, readFileSync(file), how, readFileSync(`${file}.sig`))) throw new Error('NOT VERIFIED')
console.log('verified')
