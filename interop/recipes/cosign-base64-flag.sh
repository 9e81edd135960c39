# the signature in base64; a P-384 or P-521 key
FILE=app.tar.gz
HASH=sha384
cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true \
  --signature-digest-algorithm "$HASH" --signature "$FILE.sig.b64" "$FILE"
