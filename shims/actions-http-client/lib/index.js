/** Never made: the action asks for its ID token itself, in src/yandex/credentials/github-oidc.ts. */
export class HttpClient {
  constructor() {
    throw new Error('core.getIDToken is not part of this bundle')
  }
}
