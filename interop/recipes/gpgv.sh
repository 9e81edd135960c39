# gpgv reads the binary key, and a path with a slash in it
FILE=app.tar.gz
gpgv --keyring ./kms-public-key.gpg "$FILE.asc" "$FILE"
