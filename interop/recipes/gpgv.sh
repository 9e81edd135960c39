# gpgv.sh FILE: gpgv reads the binary key, and a path with a slash in it
gpgv --keyring ./kms-public-key.gpg "$1.asc" "$1"
