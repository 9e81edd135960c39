# the principal is the first word of kms-allowed-signers
FILE=app.tar.gz
ssh-keygen -Y verify -f kms-allowed-signers -I "$(cut -d ' ' -f 1 kms-allowed-signers)" -n file \
  -s "$FILE.sshsig" < "$FILE"
