/** Logging in by SSH with a key that nobody but an agent has: OpenSSH's own sshd judges what the agent signs. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { ecdsaIntegers } from '../../src/crypto/ecdsa-integers.ts'

/** Has to be called by its whole path: it starts itself again. */
export const SSHD = '/usr/sbin/sshd'

/** What an agent answers with (draft-ietf-sshm-ssh-agent, 3). */
const FAILURE = 5
const REQUEST_IDENTITIES = 11
const IDENTITIES = 12
const SIGN_REQUEST = 13
const SIGN_RESPONSE = 14

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const string = (value: string | Uint8Array) => Buffer.concat([uint32(Buffer.from(value).length), Buffer.from(value)])
const stringAt = (bytes: Buffer, at: number) => bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at))

/** Gives the signature, in DER, that is to stand for one over `asked`. */
type Signs = (asked: Buffer) => Promise<Buffer>

export interface Login {
  readonly accepted: boolean
  /** What ssh had the agent sign: session, user, service, method, key. */
  readonly asked: Buffer | undefined
}

/**
 * Runs `true` by way of ssh and an sshd of its own, which takes nothing but the given key for the user who runs this.
 * @param folder for their files @param key of P-256, as in authorized_keys
 */
export async function logIn(folder: string, key: string, signs: Signs): Promise<Login> {
  const home = join(folder, 'ssh')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { mode: 0o700 })
  const config = serverConfig(home, key)
  const agent = await startAgent(join(home, 'agent'), Buffer.from(key.split(' ')[1] ?? '', 'base64'), signs)
  const options = {
    IdentityAgent: join(home, 'agent'),
    ProxyCommand: `${SSHD} -i -e -f ${config}`,
    StrictHostKeyChecking: 'no',
    UserKnownHostsFile: '/dev/null',
    PreferredAuthentications: 'publickey',
    ConnectTimeout: '20',
  }
  const argv = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  const shown = process.env['SHOW'] === undefined ? 'ignore' : 'inherit'
  const ssh = spawn('ssh', ['-F', '/dev/null', ...argv, `${userInfo().username}@release`, 'true'], {
    stdio: ['ignore', 'ignore', shown],
  })
  const [code] = (await once(ssh, 'exit')) as [number | null]
  await agent.close()
  return { accepted: code === 0, asked: agent.asked() }
}

/** As root sshd wants its folder, which else a service makes. */
function serverConfig(home: string, key: string): string {
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home, 'host')], { stdio: 'ignore' })
  writeFileSync(join(home, 'authorized'), `${key}\n`)
  const lines = [
    `HostKey ${join(home, 'host')}`,
    `AuthorizedKeysFile ${join(home, 'authorized')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin yes',
    'PidFile none',
  ]
  writeFileSync(join(home, 'config'), `${lines.join('\n')}\n`)
  return join(home, 'config')
}

async function startAgent(path: string, key: Buffer, signs: Signs) {
  const sockets = new Set<Socket>()
  let asked: Buffer | undefined
  const answer = async (message: Buffer): Promise<Buffer> => {
    if (message[0] === REQUEST_IDENTITIES)
      return Buffer.concat([Buffer.of(IDENTITIES), uint32(1), string(key), string('release key')])
    if (message[0] !== SIGN_REQUEST) return Buffer.of(FAILURE)
    asked = Buffer.from(stringAt(message, 1 + 4 + stringAt(message, 1).length))
    const numbers = ecdsaIntegers(await signs(asked)).map(string)
    const signature = Buffer.concat([string('ecdsa-sha2-nistp256'), string(Buffer.concat(numbers))])
    return Buffer.concat([Buffer.of(SIGN_RESPONSE), string(signature)])
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      while (received.length >= 4 && received.length >= 4 + received.readUInt32BE(0)) {
        const message = stringAt(received, 0)
        received = received.subarray(4 + message.length)
        // A client waits for each answer before it asks again, so that none overtakes another.
        void answer(message).then((bytes) => socket.write(string(bytes)))
      }
    })
  })
  server.listen(path)
  await once(server, 'listening')
  return {
    asked: () => asked,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
