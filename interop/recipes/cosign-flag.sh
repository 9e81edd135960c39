# cosign-flag.sh FILE HASH: a P-384 key with sha384, a P-521 key with sha512
cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --signature-digest-algorithm "$2" --bundle "$1.sigstore.json" "$1"
