# cosign-base64.sh FILE: the signature in base64; a P-256 key
cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --signature "$1.sig.b64" "$1"
