FILE=app.tar.gz
sqv --keyring kms-public-key.asc "$FILE.asc" "$FILE"
