// Only these two parts of undici are loaded: its index brings fetch, WebSocket and more, and takes three times as long.
declare module 'undici/lib/dispatcher/pool.js' {
  import { type Pool } from 'undici'
  const constructor: typeof Pool
  export = constructor
}
declare module 'undici/lib/core/connect.js' {
  import { type buildConnector } from 'undici'
  const build: typeof buildConnector
  export = build
}
