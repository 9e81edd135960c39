# a certificate that a CA issued
FILE=app.tar.gz
CA=ca.pem
openssl cms -verify -binary -inform DER -in "$FILE.p7s" -content "$FILE" -certfile kms-certificate.pem \
  -nointern -CAfile "$CA" -out /dev/null
