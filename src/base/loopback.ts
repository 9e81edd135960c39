/** Whether `URL.hostname` is `localhost`, in 127.0.0.0/8 or ::1. `x.localhost` is not: a resolver may answer anything for it. */
export function isLoopback(hostname: string): boolean {
  const host = bareHost(hostname)
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)
}

/** A host name in lower case, without the brackets of IPv6 and the dot of the root. */
export function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.+)\]$/u, '$1')
    .replace(/(.)\.$/u, '$1')
}
