# ssh-keygen.sh FILE: the principal is the first word of kms-allowed-signers
ssh-keygen -Y verify -f kms-allowed-signers -I "$(cut -d ' ' -f 1 kms-allowed-signers)" -n file -s "$1.sshsig" < "$1"
