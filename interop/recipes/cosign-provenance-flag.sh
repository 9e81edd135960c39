# cosign-provenance-flag.sh FILE HASH: a P-384 key with sha384, a P-521 key with sha512
cosign verify-blob-attestation --key kms-public-key.pem --insecure-ignore-tlog=true --signature-digest-algorithm "$2" --type slsaprovenance1 --bundle provenance.sigstore.json "$1"
