/** What cosign, ssh-keygen, gpg and openssl sign with a key of their own, compared with ours. */
import { readFileSync } from 'node:fs'
import { check, type Check } from './check.ts'
import { FILE } from './release.ts'
import { asn1Fields, jsonFields, packets, type Run, sshFields } from './structure-fields.ts'

function same(name: string, ours: readonly string[], theirs: readonly string[]): Check {
  const differences = [
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `only ours: ${line}`),
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `only theirs: ${line}`),
  ]
  const equal = ours.join('\n') === theirs.join('\n') && ours.length > 0
  return check(`${name}: the same structure as ours`, equal, differences.join('; ') || 'in another order')
}

export function cosign(run: Run, ours: (name: string) => string): Check[] {
  run('openssl', 'genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'key.pem')
  run('cosign', 'import-key-pair', '--key', 'key.pem', '--output-key-prefix', 'cosign', '-y')
  const offline = ['--key', 'cosign.key', '--use-signing-config=false', '--tlog-upload=false', '-y']
  run('cosign', 'sign-blob', ...offline, '--bundle', 'bundle.json', FILE)
  run(
    'cosign',
    'attest-blob',
    ...offline,
    '--predicate',
    'predicate.json',
    '--type',
    'slsaprovenance1',
    '--bundle',
    'provenance.json',
    FILE,
  )
  const fields = (path: string): string[] => jsonFields(JSON.parse(readFileSync(path, 'utf8')))
  const theirs = (name: string): string => run('cat', name)
  return [
    same('cosign sign-blob', fields(ours(`${FILE}.sigstore.json`)), jsonFields(JSON.parse(theirs('bundle.json')))),
    same(
      'cosign attest-blob',
      fields(ours('provenance.sigstore.json')),
      jsonFields(JSON.parse(theirs('provenance.json'))),
    ),
  ]
}

export function sshKeygen(run: Run, ours: (name: string) => string): Check[] {
  run('ssh-keygen', '-q', '-t', 'ecdsa', '-b', '256', '-N', '', '-f', 'ssh')
  run('ssh-keygen', '-q', '-Y', 'sign', '-O', 'hashalg=sha256', '-f', 'ssh', '-n', 'file', FILE)
  return [
    same(
      'ssh-keygen -Y sign',
      sshFields(readFileSync(ours(`${FILE}.sshsig`), 'utf8')),
      sshFields(run('cat', `${FILE}.sig`)),
    ),
  ]
}

export function gpg(run: Run, ours: (name: string) => string): Check[] {
  const batch = ['--batch', '--quiet', '--pinentry-mode', 'loopback', '--passphrase', '']
  run('gpg', ...batch, '--quick-generate-key', 'Local <local@example.org>', 'nistp256', 'sign,cert', 'never')
  run('gpg', ...batch, '--digest-algo', 'SHA256', '--armor', '--detach-sign', FILE)
  run('gpg', ...batch, '--armor', '--output', 'key.asc', '--export')
  // Making a key started an agent for this folder, which would outlive the suite.
  run('gpgconf', '--kill', 'gpg-agent')
  return [
    same('gpg --detach-sign', packets(run, ours(`${FILE}.asc`)), packets(run, `${FILE}.asc`)),
    same('gpg --export', packets(run, ours('kms-public-key.asc')), packets(run, 'key.asc')),
  ]
}

/** A certificate that lasts beyond 2050 has the same type of date as ours. */
const REQUEST = [
  '-subj',
  '/CN=local',
  '-days',
  '2900000',
  '-addext',
  'basicConstraints=critical,CA:FALSE',
  '-addext',
  'extendedKeyUsage=emailProtection,codeSigning',
  '-addext',
  'subjectKeyIdentifier=hash',
]

export function openssl(
  kind: string,
  keyOptions: readonly string[],
  pss: boolean,
  run: Run,
  ours: (name: string) => string,
): Check[] {
  const salt = ['rsa_padding_mode:pss', 'rsa_pss_saltlen:32']
  const options = (flag: string): string[] => (pss ? salt.flatMap((option) => [flag, option]) : [])
  run('openssl', 'genpkey', ...keyOptions, '-out', 'key.pem')
  run(
    'openssl',
    'req',
    '-config',
    '/dev/null',
    '-x509',
    '-new',
    '-sha256',
    '-key',
    'key.pem',
    ...options('-sigopt'),
    ...REQUEST,
    '-out',
    'certificate.pem',
  )
  run(
    'openssl',
    'cms',
    '-sign',
    '-binary',
    '-in',
    FILE,
    '-md',
    'sha256',
    '-signer',
    'certificate.pem',
    '-inkey',
    'key.pem',
    ...options('-keyopt'),
    '-nosmimecap',
    '-nocerts',
    '-outform',
    'DER',
    '-out',
    'signature.p7s',
  )
  const der = (path: string) => asn1Fields(run, '-inform', 'DER', '-in', path)
  const pem = (path: string) => asn1Fields(run, '-in', path)
  return [
    same(`openssl cms -sign, ${kind}`, der(ours(`${FILE}.p7s`)), der('signature.p7s')),
    same(`openssl req -x509, ${kind}`, pem(ours('kms-certificate.pem')), pem('certificate.pem')),
  ]
}
