/** Texts that other systems sign: cosign's payload as Go reads it, and a JWT as PyJWT does. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ecdsaIntegers } from '../../src/crypto/ecdsa-integers.ts'
import { changedText } from './changes.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

/** A kind of text and the program that reads it. */
export interface TextReader {
  readonly what: string
  readonly textOf: (random: Random) => Buffer
  /** Whether the program takes each for what it is not, given the key's signature over it. */
  readonly takes: (texts: readonly Buffer[]) => readonly boolean[]
}

function answers(program: string, args: readonly string[], cwd: string, lines: readonly string[]): boolean[] {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  const said = stdout.trimEnd().split('\n')
  if (said.length !== lines.length) throw new Error(`${program} answers ${said.length} of ${lines.length} texts`)
  return said.map((line) => line === 'yes')
}

/** The types of github.com/sigstore/sigstore/pkg/signature/payload, read as cosign reads them. */
const GO = `package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
)

type Critical struct {
	Identity struct {
		DockerReference string \`json:"docker-reference"\`
	} \`json:"identity"\`
	Image struct {
		DockerManifestDigest string \`json:"docker-manifest-digest"\`
	} \`json:"image"\`
	Type string \`json:"type"\`
}

type Payload struct {
	Critical Critical       \`json:"critical"\`
	Optional map[string]any \`json:"optional"\`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		text, _ := base64.StdEncoding.DecodeString(lines.Text())
		var payload Payload
		if json.Unmarshal(text, &payload) == nil && payload.Critical.Image.DockerManifestDigest != "" {
			fmt.Println("yes")
		} else {
			fmt.Println("no")
		}
	}
}
`

const DIGEST = `sha256:${'0'.repeat(64)}`
const PAYLOAD = { identity: { 'docker-reference': 'r.example/app' }, image: { 'docker-manifest-digest': DIGEST } }

/** Builds the reader in Go. */
export function payloadReader(folder: string): Promise<TextReader> {
  const source = join(folder, 'payload')
  mkdirSync(source)
  writeFileSync(join(source, 'main.go'), GO)
  writeFileSync(join(source, 'go.mod'), 'module payload\n\ngo 1.18\n')
  const built = spawnSync('go', ['build', '-o', 'payload', '.'], {
    cwd: source,
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' },
  })
  if (built.status !== 0) throw new Error(`go build: ${built.error?.message ?? built.stderr}`)
  const takes = (texts: readonly Buffer[]): readonly boolean[] =>
    answers(
      './payload',
      [],
      source,
      texts.map((text) => text.toString('base64')),
    )
  return Promise.resolve({ what: 'cosign’s payload', textOf: payloadOf, takes })
}

/** A payload with names spelt in other ways, members among its own, and blanks. */
function payloadOf(random: Random): Buffer {
  const noise = (): object =>
    random.below(2) === 0
      ? {}
      : {
          [random.pick(['critical', 'image', 'a', '"', '\\', '{'])]: random.pick([
            null,
            {},
            [],
            '',
            { image: {} },
            ['}'],
          ]),
        }
  const critical = { ...noise(), ...PAYLOAD, type: 'cosign container image signature' }
  const value = { ...noise(), critical: { ...critical, image: { ...noise(), ...critical.image } }, optional: null }
  const text = JSON.stringify(value, null, random.pick([0, 1, '\t']))
  const names = text.replaceAll(/critical|image|docker-manifest-digest/gu, (name) => spelt(name, random))
  return random.below(4) === 0 ? changedText(Buffer.from(names), random) : Buffer.from(names)
}

function spelt(name: string, random: Random): string {
  if (random.below(2) === 0) return name
  return name
    .split('')
    .map((letter) => {
      const escaped = `\\u00${letter.charCodeAt(0).toString(16)}`
      const folded = { k: '\u212a', s: '\u017f' }[letter] ?? letter
      return random.pick([letter, letter, letter.toUpperCase(), escaped, folded])
    })
    .join('')
}

const PYTHON = `import base64, json, sys
import jwt
key = open("kms-public-key.pem").read()
for line in sys.stdin:
    text, signature = (base64.b64decode(part) for part in line.rstrip("\\n").split(" "))
    token = text + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")
    try:
        jwt.api_jws.PyJWS().decode(token, key, algorithms=["ES256"])
        print("yes")
    except Exception:
        print("no")
`

/** Debian's own Python is the one that python3-jwt is for; another may stand before it on PATH. */
const PYTHONS = ['/usr/bin/python3', 'python3']

/** PyJWT. @throws Error where there is none */
export function tokenReader({ folder, key }: Scene): Promise<TextReader> {
  const python = PYTHONS.find((name) => spawnSync(name, ['-c', 'import jwt'], { stdio: 'ignore' }).status === 0)
  if (python === undefined) throw new Error('not there to judge: PyJWT (python3-jwt)')
  writeFileSync(join(folder, 'judge.py'), PYTHON)
  const line = (text: Buffer): string => {
    const numbers = ecdsaIntegers(key.sign(text)).map((number) =>
      Buffer.concat([Buffer.alloc(32), number]).subarray(-32),
    )
    return `${text.toString('base64')} ${Buffer.concat(numbers).toString('base64')}`
  }
  const takes = (texts: readonly Buffer[]): readonly boolean[] => answers(python, ['judge.py'], folder, texts.map(line))
  return Promise.resolve({ what: 'a JWT', textOf: tokenOf, takes })
}

const HEADERS = [
  '{"alg":"ES256"}',
  '{"typ":"JWT","alg":"ES256"}',
  ' {\n"alg" : "ES256" }\t',
  '{"\\u0061lg":"ES256"}',
  '{"alg":"x","alg":"ES256"}',
  '{"alg":"ES256","b64":true}',
  '\ufeff{"alg":"ES256"}',
  `{"x":"${'y'.repeat(9000)}","alg":"ES256"}`,
]

function tokenOf(random: Random): Buffer {
  const encoded = (text: string): string => {
    const base64 = Buffer.from(text).toString(random.pick(['base64url', 'base64url', 'base64']))
    return random.below(4) === 0
      ? base64.replace(/(.{5})/u, `$1${random.pick(['\n', ' ', '=', '.', '\0', '!'])}`)
      : base64
  }
  const text = `${encoded(random.pick(HEADERS))}.${encoded(random.pick(['{"sub":"root"}', '', 'x', '\u00ff']))}`
  return random.below(4) === 0 ? changedText(Buffer.from(text), random) : Buffer.from(text)
}
