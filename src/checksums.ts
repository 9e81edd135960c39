// Stand-in until the reading and writing of checksum files lands: to be replaced as a whole.
export function checksumFile(s: readonly { name: string; digest: Buffer }[]): Buffer {
  return Buffer.from(s.map((x) => `${x.digest.toString('hex')}  ${x.name}\n`).join(''))
}
export function checkSubjectHash(..._: unknown[]): void {}
export async function readSubjects(..._: unknown[]): Promise<never> {
  throw new Error('x')
}
