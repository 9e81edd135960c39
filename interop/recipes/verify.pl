# perl verify.pl FILE [HASH]: any key (CryptX; Debian: libcryptx-perl)
use strict;
use warnings;
use Crypt::PK::ECC;
use Crypt::PK::RSA;

my ($file, $hash) = (shift, shift // 'sha256');
sub content { open my $in, '<:raw', shift or die $!; local $/; return scalar <$in> }
my ($signature, $data) = (content("$file.sig"), content($file));
my $pem = 'kms-public-key.pem';
my $ec = eval { Crypt::PK::ECC->new($pem) };
my $salt = substr($hash, 3) / 8;
my $right = $ec
  ? $ec->verify_message($signature, $data, uc $hash)
  : Crypt::PK::RSA->new($pem)->verify_message($signature, $data, uc $hash, 'pss', $salt);
die "NOT VERIFIED\n" unless $right;
print "verified\n";
