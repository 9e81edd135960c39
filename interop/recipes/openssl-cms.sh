# the certificate is trusted itself; without -nointern, anybody's from a CA of the system would do
FILE=app.tar.gz
openssl cms -verify -binary -inform DER -in "$FILE.p7s" -content "$FILE" -certfile kms-certificate.pem \
  -nointern -CAfile kms-certificate.pem -out /dev/null
