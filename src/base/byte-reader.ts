/** Reads binary fields one after the other, big-endian; what is cut off or left over is a `RangeError`. */
export class ByteReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** How many bytes have been read. */
  get position(): number {
    return this.#at
  }

  get done(): boolean {
    return this.#at === this.#bytes.length
  }

  take(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw new RangeError('is cut off')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  uint8(): number {
    return this.take(1).readUInt8()
  }

  uint16(): number {
    return this.take(2).readUInt16BE()
  }

  uint32(): number {
    return this.take(4).readUInt32BE()
  }

  /** RFC 4251's string: four octets of length, then as many. */
  string(): Buffer {
    return this.take(this.uint32())
  }

  end(): void {
    if (!this.done) throw new RangeError('has bytes behind its end')
  }
}
