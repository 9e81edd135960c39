# any elliptic-curve key
FILE=app.tar.gz
HASH=sha256
openssl dgst -"$HASH" -verify kms-public-key.pem -signature "$FILE.sig" "$FILE"
