// Preloaded into a run: on exit, writes the most memory that the process ever had, in KiB, to PEAK_MEMORY_FILE.
const { readFileSync, writeFileSync } = require('node:fs')

process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS
  try {
    // maxRSS also counts what the parent had before exec; the kernel's mark of this program alone does not.
    peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))[1])
  } catch {
    // Not on Linux.
  }
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(peak))
})
