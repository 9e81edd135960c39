# openssl-cms.sh FILE: the certificate is trusted itself; without -nointern, anybody's from a CA of the system would do
openssl cms -verify -binary -inform DER -in "$1.p7s" -content "$1" -certfile kms-certificate.pem -nointern -CAfile kms-certificate.pem -out /dev/null
