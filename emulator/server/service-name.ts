/** One stand-in service a name. `kms` is the host of the reference, `kms-crypto` the one of the endpoint list. */
export type ServiceName =
  | 'kms'
  | 'kms-crypto'
  | 'iam'
  | 'exchange'
  | 'discovery'
  | 'metadata'
  | 'oidc'
  | 'artifacts'
  | 'blobs'
  | 'github'
  | 'uploads'
