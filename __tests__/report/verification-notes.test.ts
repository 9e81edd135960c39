import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { EXTENSIONS, type Format } from '../../src/formats/facts.ts'
import { parseGivenCertificate } from '../../src/formats/cms/given-certificate.ts'
import { shellPath } from '../../src/base/shell.ts'
import type { VerificationNotesInput } from '../../src/report/verification-input.ts'
import { verificationNotes } from '../../src/report/verification-notes.ts'
import { runFile, signed, STARTED_AT } from '../support/encode.ts'
import { ALGORITHMS, localKey, SSH_ALGORITHMS, type LocalKey } from '../support/local-key.ts'

const CONTENT = Buffer.from('a release\nfile\n')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const formatsOf = (name: string): Format[] =>
  SSH_ALGORITHMS.includes(name)
    ? ['sig', 'base64', 'sigstore', 'cms', 'sshsig', 'openpgp', 'openpgp-clear']
    : ['sig', 'base64', 'sigstore', 'cms']

const inputOf = ({ key }: LocalKey, more: Partial<VerificationNotesInput> = {}): VerificationNotesInput => ({
  key,
  formats: formatsOf(key.algorithm.name),
  targets: ['files'],
  fileNames: ['app.tar.gz'],
  checksumsName: undefined,
  provenanceNames: [],
  attestations: [],
  identity: `Yandex Cloud KMS key ${key.id}`,
  certificate: undefined,
  verifyPage: undefined,
  runUrl: 'https://github.com/acme/widgets/actions/runs/1',
  ...more,
})

/** A folder with a signed file and the run files, as who downloads a release has it. */
function release(local: LocalKey, name: string, formats = formatsOf(local.key.algorithm.name)): string {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'))
  folders.push(folder)
  const { signatures, runFiles } = signed(local, formats, CONTENT)
  writeFileSync(join(folder, name), CONTENT)
  const hash = local.key.algorithm.hash.toUpperCase()
  const message = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: ${hash}\n\n${CONTENT.toString()}`
  for (const format of formats) {
    const text = format === 'openpgp-clear' ? message : ''
    writeFileSync(
      join(folder, name + EXTENSIONS[format]),
      Buffer.concat([Buffer.from(text), signatures[format] ?? Buffer.alloc(0)]),
    )
  }
  for (const file of runFiles) writeFileSync(join(folder, file.name), file.content)
  return folder
}

/** Blocks of commands, the assignment of FILE put before those after it. */
function blocks(notes: string): string[] {
  let file = ''
  return Array.from(notes.matchAll(/```sh\n(.*?)\n```/gsu), ([, commands = '']) => {
    const [first = '', ...rest] = commands.split('\n')
    if (!first.startsWith('FILE=')) return `${file}\n${commands}`
    file = first
    return rest.length === 0 ? '' : commands
  }).filter((block) => block !== '')
}

const here = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const MISSING = ['openssl', 'ssh-keygen', 'gpgv', 'cosign', 'sqv'].filter((program) => !here(program))
const runnable = (block: string): boolean => !MISSING.some((program) => block.includes(`${program} `))
/** Without -e, as recipients paste it: the last command has to tell. */
const run = (folder: string, block: string) => spawnSync('sh', ['-c', block], { cwd: folder, encoding: 'utf8' })

if (MISSING.length > 0)
  process.stderr.write(`not here, so that their commands did not run in this suite: ${MISSING.join(', ')}\n`)

describe.each(ALGORITHMS.filter((name) => !/RSA_(3072|4096)/u.test(name)))('%s', (name) => {
  const local = localKey(name)
  const folder = release(local, 'app.tar.gz')
  const notes = verificationNotes(inputOf(local))
  const commands = blocks(notes).filter(runnable)

  it('has openssl as its first command', () => {
    expect(blocks(notes)[0]).toMatch(/^FILE='app\.tar\.gz'\nopenssl dgst /u)
    expect(commands.length).toBeGreaterThanOrEqual(here('openssl') ? 2 : 0)
  })

  it('has commands that verify the file and refuse another', () => {
    expect(commands.length).toBeGreaterThan(0)
    for (const block of commands) expect([block, run(folder, block).status]).toEqual([block, 0])
    writeFileSync(join(folder, 'app.tar.gz'), 'another\nfile\n')
    for (const block of commands) expect([block, run(folder, block).status === 0]).toEqual([block, false])
    writeFileSync(join(folder, 'app.tar.gz'), CONTENT)
  })

  it('shows what the commands on the key files show', () => {
    const checks = Array.from(notes.matchAll(/^- `(.*)` shows `(.*)`$/gmu), ([, command = '', expected = '']) => ({
      command,
      expected,
    }))
    expect(checks.length).toBe(SSH_ALGORITHMS.includes(name) ? 4 : 2)
    for (const { command, expected } of checks.filter(({ command }) => runnable(command))) {
      expect(run(folder, command).stdout).toContain(expected)
    }
  })

  it('names cosign for keys that it takes alone, with the flag that they need', () => {
    expect(notes.includes('cosign verify-blob')).toBe(SSH_ALGORITHMS.includes(name))
    const flag = { ECDSA_NIST_P384_SHA_384: 'sha384', ECDSA_NIST_P521_SHA_512: 'sha512' }[name]
    expect(/--signature-digest-algorithm (\w+)/u.exec(notes)?.[1]).toBe(flag)
  })

  it.each(['base64', 'sigstore'] as const)('has a command for openssl where %s is all there is', (format) => {
    const alone = release(local, 'x y', [format])
    const [block = ''] = blocks(verificationNotes(inputOf(local, { fileNames: ['x y'], formats: [format] })))
    expect(block).toContain('openssl dgst')
    expect(run(alone, block).status).toBe(here('openssl') ? 0 : expect.any(Number))
  })
})

const P256 = localKey('ECDSA_NIST_P256_SHA_256')

describe('hostile names', () => {
  const HOSTILE = [
    '$(touch pwned)',
    '`touch pwned`',
    "it's; touch pwned; '",
    '-rf',
    '--help',
    '```',
    'a|b',
    '"quoted" $HOME ${IFS}',
    '::error::x',
    '<img src=x onerror=alert(1)>',
    'ü\u00a0x',
  ]

  it.each(HOSTILE)('verifies %j and does nothing else', (name) => {
    const folder = release(P256, name)
    const before = readdirSync(folder)
    const notes = verificationNotes(inputOf(P256, { fileNames: [name] }))
    const commands = blocks(notes).filter(runnable)
    expect(commands.length).toBeGreaterThan(0)
    for (const block of commands) expect([block, run(folder, block).status]).toEqual([block, 0])
    expect(readdirSync(folder)).toEqual(before)
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })

  it('are shown only inside blocks of code', () => {
    expect(HOSTILE.length).toBeGreaterThan(0)
    for (const name of HOSTILE) {
      const notes = verificationNotes(
        inputOf(P256, { fileNames: [name], provenanceNames: ['provenance.sigstore.json'] }),
      )
      expect(notes.replaceAll(/```(sh|text)\n.*?\n```/gsu, '')).not.toContain(name)
    }
  })

  it('give way to a plain one, and are never written when they cannot be shown', () => {
    expect(verificationNotes(inputOf(P256, { fileNames: ['$(x)', 'plain.zip'] }))).toContain("FILE='plain.zip'")
    const unseen = verificationNotes(inputOf(P256, { fileNames: ['a\u202eb\u001b[31m'] }))
    expect(unseen).toContain("FILE='name-of-the-file'")
    for (const hidden of ['\u202e', '\u001b']) expect(unseen).not.toContain(hidden)
  })

  it('are one word for a shell, whatever they hold', () => {
    const names = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((name) => !name.includes('\0') && name.isWellFormed())
    fc.assert(
      fc.property(names, (name) => {
        const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellPath(name)}`], { encoding: 'utf8' })
        expect(stdout).toBe(name.startsWith('-') ? `./${name}` : name)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the block for a folder', () => {
  const NAMES = ['-x $(touch pwned)', 'plain', 'repo-key.asc', 'deep/er/file', 'a [b]*?.sig']
  const notes = verificationNotes(inputOf(P256, { fileNames: NAMES, formats: ['sig', 'openpgp'] }))
  const block = blocks(notes).find((text) => text.includes('find .')) ?? ''
  const folderOf = () => {
    const folder = release(P256, NAMES[0] ?? '', ['sig', 'openpgp'])
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
    for (const name of NAMES) {
      writeFileSync(join(folder, name), CONTENT)
      writeFileSync(join(folder, `${name}.sig`), readFileSync(join(folder, `${NAMES[0] ?? ''}.sig`)))
    }
    writeFileSync(join(folder, 'signatures.json'), '{}')
    return folder
  }

  it('ends well where every file is right, whatever it is called', () => {
    const folder = folderOf()
    expect(run(folder, block)).toMatchObject({ status: 0, stdout: 'Verified OK\n'.repeat(NAMES.length) })
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })

  it.each(NAMES)('fails where %s is changed, or has lost its signature', (name) => {
    const folder = folderOf()
    writeFileSync(join(folder, name), 'another')
    const changed = run(folder, block)
    expect([changed.status === 0, changed.stdout]).toEqual([
      false,
      expect.stringContaining(`NOT VERIFIED: ./${name}\n`),
    ])
    writeFileSync(join(folder, name), CONTENT)
    rmSync(join(folder, `${name}.sig`))
    expect(run(folder, block).status).not.toBe(0)
  })

  it.each(['evil.sh', '.hidden', 'deep/evil', 'other.pem'])('fails where %s is there without a signature', (name) => {
    const folder = folderOf()
    writeFileSync(join(folder, name), 'evil')
    expect(run(folder, block).status).not.toBe(0)
  })

  it('fails where a file leads somewhere else, and where there is none', () => {
    const folder = folderOf()
    rmSync(join(folder, 'plain'))
    symlinkSync('nowhere', join(folder, 'plain'))
    expect(run(folder, block).status).not.toBe(0)
    for (const name of [...NAMES, 'deep']) rmSync(join(folder, name), { recursive: true, force: true })
    expect(run(folder, block).status).not.toBe(0)
  })

  it('is left out where a file that is called like a signature cannot be named', () => {
    const hidden = verificationNotes(inputOf(P256, { fileNames: ['a', 'b\u202e.sig'] }))
    expect(hidden).not.toContain('find .')
  })
})

describe('the block for a checksum file', () => {
  const notes = verificationNotes(
    inputOf(P256, { targets: ['checksums'], checksumsName: 'SHA256SUMS', formats: ['sig'] }),
  )
  const block = blocks(notes).at(-1) ?? ''
  const sums = `${createHash('sha256').update(CONTENT).digest('hex')}  app.tar.gz\n`
  const folderOf = (text: string) => {
    const folder = release(P256, 'app.tar.gz', ['sig'])
    writeFileSync(join(folder, 'SHA256SUMS'), text)
    writeFileSync(join(folder, 'SHA256SUMS.sig'), P256.sign(createHash('sha256').update(text).digest()))
    return folder
  }

  it.each([sums, `${sums}${'0'.repeat(64)}  not-here\n`, sums.replace('  ', ' *')])('takes %j', (text) => {
    expect(run(folderOf(text), block)).toMatchObject({ status: 0 })
  })

  it.each([
    `# Third-party notices\n#\n${sums}`,
    `${sums}\n`,
    `x${sums}`,
    `${sums}caf\u00e9\0`,
    `${'0'.repeat(64)}  not-here\n`,
    `${'0'.repeat(64)}  app.tar.gz\n`,
    '',
  ])('fails for %j, signed', (text) => {
    expect(run(folderOf(text), block).status).not.toBe(0)
  })

  it('fails where its signature is another, or gone', () => {
    const folder = folderOf(sums)
    writeFileSync(join(folder, 'SHA256SUMS.sig'), P256.sign(createHash('sha256').update('x').digest()))
    expect(run(folder, block).status).not.toBe(0)
    rmSync(join(folder, 'SHA256SUMS.sig'))
    expect(run(folder, block).status).not.toBe(0)
  })
})

describe('what was signed', () => {
  it('is the checksum file: it is verified, then the files against it', () => {
    const notes = verificationNotes(inputOf(P256, { targets: ['checksums'], checksumsName: 'SHA256SUMS' }))
    const commands = blocks(notes)
    expect(commands[0]).toMatch(/^FILE='SHA256SUMS'\nopenssl dgst/u)
    expect(commands.at(-1)).toContain('sha256sum --ignore-missing -c SHA256SUMS')
    expect(notes).not.toContain('app.tar.gz')
  })

  it('is both: each has its command', () => {
    const notes = verificationNotes(inputOf(P256, { targets: ['files', 'checksums'], checksumsName: 'SHA256SUMS' }))
    expect(notes).toContain("FILE='app.tar.gz'")
    expect(notes).toContain("FILE='SHA256SUMS'\n")
  })

  it.each([
    ['ECDSA_NIST_P384_SHA_384', /cosign verify-blob-attestation .*sha384 .*'provenance-1\.sigstore\.json' "\$FILE"/u],
    ['ECDSA_SECP256_K1_SHA_256', /cosign takes no key of this type: use this action’s `verify`/u],
  ])('is provenance, with a %s key', (name, expected) => {
    const provenanceNames = ['provenance-1.sigstore.json', 'provenance-2.sigstore.json']
    const notes = verificationNotes(inputOf(localKey(name), { targets: ['provenance'], provenanceNames }))
    expect(notes).toMatch(expected)
    expect(notes).toContain('no SLSA level')
    expect(notes).not.toContain('openssl dgst -sha384 -verify')
  })
})

it.each([
  [
    'ECDSA_NIST_P256_SHA_256',
    /cosign verify-blob-attestation .* --type 'https:\/\/spdx\.dev\/Document' --bundle 'sbom-1\.sigstore\.json' "\$FILE"/u,
  ],
  ['RSA_2048_SIGN_PSS_SHA_256', /use this action’s `verify` with `attestations`/u],
])('tells how to verify attestations by a key of %s, once for each type', (name, expected) => {
  const attestations = [
    { name: 'sbom-1.sigstore.json', type: 'https://spdx.dev/Document' },
    { name: 'sbom-2.sigstore.json', type: 'https://spdx.dev/Document' },
    { name: 'attestation.sigstore.json', type: "https://e.example/'$(x)" },
  ]
  const notes = verificationNotes(inputOf(localKey(name), { attestations }))
  expect(notes).toMatch(expected)
  expect(notes).toContain('There are 2 of this type.')
  expect(notes).toContain('`attestation.sigstore.json`')
  expect(notes).not.toContain('sbom-2')
})

it('pins a certificate of a CA, and takes a self-signed one as its own root', () => {
  const pem = runFile(signed(P256, ['cms'], CONTENT), 'kms-certificate.pem').toString()
  const certificate = parseGivenCertificate(pem, STARTED_AT)
  expect(verificationNotes(inputOf(P256, { certificate }))).toContain('-nointern -CAfile kms-certificate.pem -out')
  const issued = verificationNotes(inputOf(P256, { certificate: { ...certificate, selfIssued: false } }))
  expect(issued).toContain('-nointern -noverify -out')
})

it('names the page that verifies, where there is one and something to verify', () => {
  const verifyPage = 'https://example.org/verify.html?a=(b)'
  expect(verificationNotes(inputOf(P256, { verifyPage }))).toContain(`open [the page that verifies](<${verifyPage}>)`)
  expect(verificationNotes(inputOf(P256, { verifyPage, fileNames: [] }))).not.toContain('In a browser')
  expect(verificationNotes(inputOf(P256))).not.toContain('In a browser')
})

it('links to the run, where it is known', () => {
  expect(verificationNotes(inputOf(P256))).toContain('(https://github.com/acme/widgets/actions/runs/1)')
  expect(verificationNotes(inputOf(P256, { runUrl: 'https://x/a)b' }))).toContain('(https://x/a%29b)')
  expect(verificationNotes(inputOf(P256, { runUrl: undefined }))).not.toContain('the run that signed')
})
