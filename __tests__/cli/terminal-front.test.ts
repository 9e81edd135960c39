import { describe, expect, it } from '@jest/globals'
import { terminalFront } from '../../src/cli/terminal-front.ts'

function front(isTTY: boolean, debug = false, columns = 60) {
  let written = ''
  const stream = { isTTY, columns, write: (text: string) => (written += text) }
  return { ...terminalFront(stream, debug), written: () => written }
}

describe('the front of a terminal', () => {
  it('logs plain text, without commands for runners, without secrets', async () => {
    const { log, mask, group, written, setOutput, outputs } = front(false)
    mask('t1.0123456789abcdef0123456789abcdef')
    await group('Sign', () => {
      log.warning('careful')
      log.notice('by the way')
      log.debug('not shown')
      log.info('token t1.0123456789abcdef0123456789abcdef')
      return Promise.resolve()
    })
    setOutput('files', 'a t1.0123456789abcdef0123456789abcdef')
    expect(written()).toBe('Sign:\nWarning: careful\nNote: by the way\ntoken ***\n')
    expect(outputs['files']).toBe('a ***')
  })

  it('shows debug lines where they are asked for', () => {
    const { log, written } = front(false, true)
    log.debug('shown')
    expect(written()).toBe('shown\n')
  })

  it('draws a bar on a terminal, keeps it below the log, and takes it away', () => {
    const { log, progress, written } = front(true)
    progress.show({ text: 'Signed 1 of 2.', done: 1, total: 2 })
    log.info('a line')
    progress.show(undefined)
    const bar = `[${'#'.repeat(12)}${'-'.repeat(12)}] Signed 1 of 2.`
    expect(written()).toBe(`\r\u001b[K${bar}\r\u001b[Ka line\n${bar}\r\u001b[K`)
  })

  it('draws no bar wider than the terminal, and none into a file', () => {
    const narrow = front(true, false, 10)
    narrow.progress.show({ text: 'Signed 1 of 2.', done: 1, total: 0 })
    expect(narrow.written()).toBe('\r\u001b[K[########')
    const file = front(false)
    file.progress.show({ text: 'Signed 1 of 2.', done: 1, total: 2 })
    file.progress.show(undefined)
    expect(file.written()).toBe('Signed 1 of 2.\n')
  })
})
