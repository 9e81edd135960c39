import { hashWhere, HASHES, HASH_TITLES, type HashAlgorithm } from '../../crypto/hashes.ts'
import { PRIMITIVES } from '../../crypto/primitives.ts'
import { keyOfHash, type HashedFile, type SignatureCheck, type TrustedKey } from '../signature-check.ts'
import { readOpenpgpOf } from './read.ts'
import { coveredLine, startGathering, startLines } from './read-text.ts'

const HEAD = '-----BEGIN PGP SIGNED MESSAGE-----'
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----'
/** Far more than one signature has. */
const MOST_ARMOR = 64 * 1024
const NOTHING = Buffer.alloc(0)
const LINE_END = Buffer.from('\r\n')

/** Where in the file a line stands. */
type Place = 'start' | 'headers' | 'text' | 'signature'

/**
 * `.clear.asc`: one text with its signature by the cleartext framework (RFC 9580, section 7), and nothing before or behind
 * it. The signature has to be right over the text in it; the file that it stands for has to have the same text.
 * @throws RangeError as the readers of other formats
 */
export async function readOpenpgpClear(
  chunks: AsyncIterable<Buffer>,
  keys: readonly TrustedKey[],
): Promise<SignatureCheck> {
  const message = startMessage()
  const lines = startLines()
  for await (const chunk of chunks) for (const line of lines.take(chunk)) message.take(line)
  for (const line of lines.end()) message.take(line)
  const { hash, text, textAndEnd, covered, armor } = message.end()
  keyOfHash(keys, hash)
  const check = readOpenpgpOf('text', armor, keys)
  const checked = check.alternatives.map(async (way) => {
    if (way.hash !== hash) throw new RangeError('names another hash than its signature has')
    const hashed = covered.copy()
    hashed.update(way.suffix)
    const inside = hashed.digest()
    if (!(await way.confirms({ digest: inside, covered: { digest: inside } })))
      throw new RangeError('is not a signature over the text in it by a trusted key')
    const confirms = ({ digest }: HashedFile) => Promise.resolve(digest.equals(inside))
    return { ...way, form: 'text' as const, confirms, sameBytes: [text, textAndEnd] }
  })
  return { bare: false, alternatives: await Promise.all(checked) }
}

/** Goes through a message line by line. */
function startMessage() {
  let place: Place = 'start'
  let hash: HashAlgorithm | undefined
  let body: ReturnType<typeof startBody> | undefined
  const armor: Buffer[] = []
  let armorBytes = 0

  const header = (text: string): void => {
    if (text === '') {
      if (hash === undefined) throw new RangeError('does not name the hash of its signature')
      body = startBody(hash)
      place = 'text'
      return
    }
    const named = /^Hash: ([A-Z0-9]+)$/u.exec(text)?.[1]?.toLowerCase()
    const known = hashWhere((facts) => Object.is(facts, HASHES[named as HashAlgorithm]))
    if (named === undefined) throw new RangeError('has a header other than `Hash`, which no signature covers')
    if (known === undefined || hash !== undefined) throw new RangeError(`uses another hash than ${HASH_TITLES}`)
    hash = known
  }
  return {
    take(line: Buffer): void {
      const text = line.toString('latin1').replace(/[ \t\r\n]+$/u, '')
      if (place === 'start') {
        if (text === '') return
        if (text !== HEAD) throw new RangeError('does not begin as a message signed in clear text')
        place = 'headers'
      } else if (place === 'headers') header(text)
      else if (place === 'text' && text !== SIGNATURE) body?.take(unescaped(line))
      else {
        place = 'signature'
        armorBytes += line.length
        if (armorBytes > MOST_ARMOR) throw new RangeError('has more behind its text than a signature')
        armor.push(line)
      }
    },
    end() {
      if (place !== 'signature' || hash === undefined || body === undefined)
        throw new RangeError('has no signature behind its text: it was cut off')
      return { hash, armor: Buffer.concat(armor), ...body.end() }
    },
  }
}

/** RFC 9580, 7.2: a line that begins with a dash is escaped, and any line may be. */
function unescaped(line: Buffer): Buffer {
  if (line[0] !== 0x2d) return line
  if (line[1] !== 0x20) throw new RangeError('has a line in its text that begins with a dash and is not escaped')
  return line.subarray(2)
}

/** Hashes a text as the signature covers it, and as it stands with and without its last line end. */
function startBody(hash: HashAlgorithm) {
  const covered = PRIMITIVES.startHash(hash)
  const bytes = PRIMITIVES.startHash(hash)
  const forCovered = startGathering((text) => covered.update(text))
  const forBytes = startGathering((text) => bytes.update(text))
  let lastEnd: Buffer = NOTHING
  let isFirst = true
  return {
    take(line: Buffer): void {
      if (!isFirst) forCovered.add(LINE_END)
      isFirst = false
      forCovered.add(coveredLine(line))
      const end = line.at(-1) === 0x0a ? line.length - 1 : line.length
      forBytes.add(lastEnd, line.subarray(0, end))
      lastEnd = line.subarray(end)
    },
    end() {
      forCovered.flush()
      forBytes.flush()
      const text = bytes.copy().digest()
      bytes.update(lastEnd)
      return { covered, text, textAndEnd: bytes.digest() }
    },
  }
}
