# an RSA key
FILE=app.tar.gz
HASH=sha256
openssl dgst -"$HASH" -verify kms-public-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest \
  -signature "$FILE.sig" "$FILE"
