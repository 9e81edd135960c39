import { generateKeyPairSync } from 'node:crypto'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** An authorized key as `yc iam key create` writes it, with its public half. */
export const AUTHORIZED_KEY = {
  publicKey,
  json: {
    id: 'ajekey000000000000',
    service_account_id: 'ajesa0000000000000',
    created_at: '2024-01-01T00:00:00Z',
    key_algorithm: 'RSA_2048',
    public_key: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    private_key: `PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <ajekey000000000000>\n${privateKey
      .export({ type: 'pkcs8', format: 'pem' })
      .toString()}`,
  },
}
