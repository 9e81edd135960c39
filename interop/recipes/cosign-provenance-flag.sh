# a P-384 or P-521 key
FILE=app.tar.gz
HASH=sha384
cosign verify-blob-attestation --key kms-public-key.pem --insecure-ignore-tlog=true \
  --signature-digest-algorithm "$HASH" --type slsaprovenance1 --bundle provenance.sigstore.json "$FILE"
