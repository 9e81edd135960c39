# the signature in base64; an RSA key
FILE=app.tar.gz
HASH=sha256
SIGNATURE=$(mktemp)
openssl base64 -d -A -in "$FILE.sig.b64" -out "$SIGNATURE" &&
  openssl dgst -"$HASH" -verify kms-public-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest \
    -signature "$SIGNATURE" "$FILE"
