# openssl-base64.sh FILE [HASH]: the signature in base64; any elliptic-curve key
openssl base64 -d -A -in "$1.sig.b64" -out "$1.from-base64"
openssl dgst -"${2:-sha256}" -verify kms-public-key.pem -signature "$1.from-base64" "$1"
