/** So many of the latest attempts count fully; those before them half, a quarter … */
const REMEMBERED = 64

/** The share of attempts that were refused, of late. */
export class RefusalShare {
  #attempts = 0
  #refused = 0

  add(isRefused: boolean): void {
    if (this.#attempts >= REMEMBERED) {
      this.#attempts /= 2
      this.#refused /= 2
    }
    this.#attempts += 1
    if (isRefused) this.#refused += 1
  }

  get attempts(): number {
    return this.#attempts
  }

  get refused(): number {
    return this.#refused
  }

  /** In [0, 1]; 0 before the first attempt. */
  get share(): number {
    return this.#attempts === 0 ? 0 : this.#refused / this.#attempts
  }

  /** Whether it is about as many attempts as are remembered. */
  get isFull(): boolean {
    return this.#attempts >= REMEMBERED - 1
  }
}
