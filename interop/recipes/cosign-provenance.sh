# a P-256 key; the statement is signed by it and names the file with its digest
FILE=app.tar.gz
cosign verify-blob-attestation --key kms-public-key.pem --insecure-ignore-tlog=true \
  --type slsaprovenance1 --bundle provenance.sigstore.json "$FILE"
