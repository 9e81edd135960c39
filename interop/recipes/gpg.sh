# gpg.sh FILE: a keyring with this key alone, so that no other key of yours can pass for it
GNUPGHOME=$(mktemp -d) && export GNUPGHOME && trap 'rm -rf "$GNUPGHOME"' EXIT
gpg --quiet --import kms-public-key.asc
gpg --verify "$1.asc" "$1"
