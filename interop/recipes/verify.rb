# ruby verify.rb FILE [HASH]: any key
require 'openssl'

file, hash = ARGV[0], ARGV[1] || 'sha256'
key = OpenSSL::PKey.read(File.read('kms-public-key.pem'))
signature, data = File.binread("#{file}.sig"), File.binread(file)
pss = { salt_length: :digest, mgf1_hash: hash }
right = key.is_a?(OpenSSL::PKey::RSA) ? key.verify_pss(hash, signature, data, **pss) : key.verify(hash, signature, data)
abort 'NOT VERIFIED' unless right
puts 'verified'
