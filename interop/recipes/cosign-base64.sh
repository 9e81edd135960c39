# the signature in base64; a P-256 key
FILE=app.tar.gz
cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --signature "$FILE.sig.b64" "$FILE"
