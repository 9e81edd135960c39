# the signature in base64; any elliptic-curve key
FILE=app.tar.gz
HASH=sha256
SIGNATURE=$(mktemp)
openssl base64 -d -A -in "$FILE.sig.b64" -out "$SIGNATURE" &&
  openssl dgst -"$HASH" -verify kms-public-key.pem -signature "$SIGNATURE" "$FILE"
