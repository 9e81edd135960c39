# openssl.sh FILE [HASH]: any elliptic-curve key; HASH is the key's (sha256, sha384, sha512)
openssl dgst -"${2:-sha256}" -verify kms-public-key.pem -signature "$1.sig" "$1"
