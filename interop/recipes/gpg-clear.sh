# gpg-clear.sh FILE: the text in FILE.clear.asc, and that FILE is that text except for line ends and blanks before them
GNUPGHOME=$(mktemp -d) && export GNUPGHOME && trap 'rm -rf "$GNUPGHOME"' EXIT
gpg --quiet --import kms-public-key.asc
lines() { awk '{ sub(/[ \t\r]+$/, ""); print }' < "$1"; }
gpg --output "$GNUPGHOME/text" --verify "$1.clear.asc" &&
  lines "$GNUPGHOME/text" > "$GNUPGHOME/signed" && lines "$1" | cmp - "$GNUPGHOME/signed"
