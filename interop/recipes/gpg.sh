# a keyring with this key alone, so that no other key of yours can pass for it
FILE=app.tar.gz
(
  GNUPGHOME=$(mktemp -d) && export GNUPGHOME && trap 'rm -rf "$GNUPGHOME"' EXIT
  gpg --quiet --import kms-public-key.asc
  gpg --verify "$FILE.asc" "$FILE"
)
