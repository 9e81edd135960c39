# an RSA key whose file says that it does PSS, so that no flag has to
FILE=app.tar.gz
HASH=sha256
openssl dgst -"$HASH" -verify kms-public-key.pss.pem -signature "$FILE.sig" "$FILE"
