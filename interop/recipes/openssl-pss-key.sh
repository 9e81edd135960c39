# openssl-pss-key.sh FILE [HASH]: an RSA key whose file says that it does PSS, so that no flag has to
openssl dgst -"${2:-sha256}" -verify kms-public-key.pss.pem -signature "$1.sig" "$1"
