# openssl-base64-rsa.sh FILE [HASH]: the signature in base64; an RSA key
openssl base64 -d -A -in "$1.sig.b64" -out "$1.from-base64"
openssl dgst -"${2:-sha256}" -verify kms-public-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -signature "$1.from-base64" "$1"
