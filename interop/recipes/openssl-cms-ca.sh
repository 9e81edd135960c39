# openssl-cms-ca.sh FILE CA: a certificate that a CA issued, with the CA's own in the file CA
openssl cms -verify -binary -inform DER -in "$1.p7s" -content "$1" -certfile kms-certificate.pem -nointern -CAfile "$2" -out /dev/null
