# openssl-rsa.sh FILE [HASH]: an RSA key
openssl dgst -"${2:-sha256}" -verify kms-public-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -signature "$1.sig" "$1"
