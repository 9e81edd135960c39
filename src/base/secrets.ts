/** As much of a secret's start as is recognised by itself: the runner masks whole secrets alone. */
const MIN_PREFIX = 16

const secrets = new Set<string>()

/** Has `withoutSecrets` take `secret` out of what is shown, from now on. */
export function rememberSecret(secret: string): void {
  if (secret.length >= MIN_PREFIX) secrets.add(secret)
}

/**
 * `text` without the secrets, nor the beginning of one: a service may repeat a token in its words, and where those are cut
 * off inside it the runner does not recognise the rest.
 */
export function withoutSecrets(text: string): string {
  let clean = text
  for (const secret of secrets) {
    const start = secret.slice(0, MIN_PREFIX)
    for (let at = clean.indexOf(start); at >= 0; at = clean.indexOf(start, at))
      clean = `${clean.slice(0, at)}***${clean.slice(at + commonLength(secret, clean, at))}`
  }
  return clean
}

function commonLength(secret: string, text: string, at: number): number {
  let length = MIN_PREFIX
  while (length < secret.length && text[at + length] === secret[length]) length += 1
  return length
}
