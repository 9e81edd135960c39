/** GitHub's workflow commands and file commands, read as strictly as the runner reads them. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string | undefined
  readonly message: string
  /** All properties, unescaped. */
  readonly properties: Readonly<Record<string, string>>
}

const LEVELS: readonly string[] = ['error', 'warning', 'notice']

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

function parseProperties(text: string): Record<string, string> {
  const entries = text.split(',').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [[pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))] as const] : []
  })
  return Object.fromEntries(entries)
}

/** One command that a line of output holds. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The command in a line: `::name properties::data` at its start, or the older `##[name properties]data` anywhere. */
function parseCommand(line: string): Command | undefined {
  const text = line.trimStart()
  const older = line.indexOf('##[')
  const [open, start, close] = text.startsWith('::')
    ? ([text, 2, text.indexOf('::', 2)] as const)
    : ([line, older + 3, older < 0 ? -1 : line.indexOf(']', older)] as const)
  if (close < start) return undefined
  const head = open.slice(start, close).trim()
  const space = head.indexOf(' ')
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase()
  if (!/^[a-z-]+$/.test(name)) return undefined
  const properties = space < 0 ? {} : parseProperties(head.slice(space + 1))
  return { name, properties, data: unescapeData(open.slice(close + (text.startsWith('::') ? 2 : 1))) }
}

/** All commands in what a step wrote, and among them the annotations and masks. A lone CR ends a line too. */
export function parseCommands(written: string): {
  readonly commands: readonly Command[]
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
} {
  const commands = written.split(/\r\n|\r|\n/).flatMap((line) => parseCommand(line) ?? [])
  const annotations = commands
    .filter(({ name }) => LEVELS.includes(name))
    .map(({ name, properties, data }) => ({
      level: name as Annotation['level'],
      title: properties['title'],
      message: data,
      properties,
    }))
  return { commands, annotations, masks: commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data) }
}

/** `name=value` lines and `name<<DELIMITER` blocks of GITHUB_OUTPUT and its like; throws where the runner would. */
export function parseFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format: ${line}`)
      values[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    const name = line.slice(0, heredoc)
    const delimiter = line.slice(heredoc + 2)
    if (heredoc <= 0 || delimiter === '') throw new Error(`Invalid format: ${line}`)
    const end = lines.indexOf(delimiter, at + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found: ${delimiter}`)
    values[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return values
}
