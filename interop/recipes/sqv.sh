# sqv.sh FILE
sqv --keyring kms-public-key.asc "$1.asc" "$1"
