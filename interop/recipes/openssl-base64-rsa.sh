# openssl-base64-rsa.sh FILE [HASH]: the signature in base64; an RSA key
SIGNATURE=$(mktemp) && trap 'rm -f "$SIGNATURE"' EXIT
openssl base64 -d -A -in "$1.sig.b64" -out "$SIGNATURE"
openssl dgst -"${2:-sha256}" -verify kms-public-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -signature "$SIGNATURE" "$1"
