/** Writing DER (X.690), as much as keys and certificates take. */

/** One element: tag, length, and `parts` one after the other. */
export function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body])
  if (body.length < 0x100) return Buffer.concat([Buffer.of(tag, 0x81, body.length), body])
  return Buffer.concat([Buffer.of(tag, 0x82, body.length >> 8, body.length & 0xff), body])
}

export function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts)
}

/** OBJECT IDENTIFIER in dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left & 0x7f) | 0x80)
    return septets
  })
  return der(6, Buffer.from(bytes))
}

/** Non-negative INTEGER of big-endian bytes. */
export function integer(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0)
  const short = start < 0 ? Buffer.of(0) : bytes.subarray(start)
  return der(2, (short[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), short]) : short)
}

/** `bytes` between PEM's lines. */
export function pem(label: string, bytes: Buffer): string {
  const text = bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----\n`
}
