# cosign.sh FILE: a P-256 key; cosign 3.0.4 or newer does it offline
cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --bundle "$1.sigstore.json" "$1"
