/** Never made; see index.js. */
export class BearerCredentialHandler {}
