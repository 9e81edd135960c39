# the text in app.txt.clear.asc, and that app.txt is that text except for line ends and blanks before them
FILE=app.txt
(
  GNUPGHOME=$(mktemp -d) && export GNUPGHOME && trap 'rm -rf "$GNUPGHOME"' EXIT
  gpg --quiet --import kms-public-key.asc
  lines() { awk '{ sub(/[ \t\r]+$/, ""); print }' < "$1"; }
  gpg --output "$GNUPGHOME/text" --verify "$FILE.clear.asc" &&
    lines "$GNUPGHOME/text" > "$GNUPGHOME/signed" && lines "$FILE" | cmp - "$GNUPGHOME/signed"
)
