# openssl-base64.sh FILE [HASH]: the signature in base64; any elliptic-curve key
SIGNATURE=$(mktemp) && trap 'rm -f "$SIGNATURE"' EXIT
openssl base64 -d -A -in "$1.sig.b64" -out "$SIGNATURE"
openssl dgst -"${2:-sha256}" -verify kms-public-key.pem -signature "$SIGNATURE" "$1"
