# a P-256 key; cosign 3.0.4 or newer does it offline
FILE=app.tar.gz
cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --bundle "$FILE.sigstore.json" "$FILE"
