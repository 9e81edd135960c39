<?php
// php verify.php FILE [HASH]: any elliptic-curve key; openssl_verify takes no RSASSA-PSS
[, $file] = $argv;
$key = openssl_pkey_get_public(file_get_contents('kms-public-key.pem'));
$right = openssl_verify(file_get_contents($file), file_get_contents("$file.sig"), $key, $argv[2] ?? 'sha256');
echo $right === 1 ? "verified\n" : "NOT VERIFIED\n";
exit($right === 1 ? 0 : 1);
