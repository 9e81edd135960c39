import { ACTIONS, VERSION, type ActionInput } from './action-inputs.ts'
import { isBoolean, type Command } from './options.ts'
import { SECRET_VARIABLES } from './secrets.ts'

const WIDTH = 100

/** What `--help` shows of the program. */
export function overview(): string {
  return [
    `yandex-kms-sign ${VERSION}: signs files with a key in Yandex Cloud KMS, and verifies them.`,
    '',
    "  yandex-kms-sign sign --key-id ID --files 'dist/*' [options]",
    "  yandex-kms-sign verify --public-key FILE --files 'dist/*' [options]",
    '',
    'Each command shows its options with --help.',
    '',
  ].join('\n')
}

/** What `--help` shows of a command. */
export function helpOf(command: Command): string {
  const { description, inputs } = ACTIONS[command]
  const own: ActionInput[] = [
    { name: 'json', description: 'Print one JSON object with the outputs.', default: 'false', required: false },
    { name: 'help', description: 'Show this.', default: 'false', required: false },
  ]
  const secrets = inputs.filter(({ name }) => SECRET_VARIABLES.has(name))
  return [
    `yandex-kms-sign ${command} [options]`,
    '',
    ...wrapped(description, ''),
    'Paths are relative to the current folder. Options of lists may be repeated.',
    '',
    'Options:',
    ...[...inputs.filter((input) => !secrets.includes(input)), ...own].flatMap(optionLines),
    ...(secrets.length === 0 ? [] : ['', 'Secrets, from the environment alone:', ...secrets.flatMap(secretLines)]),
    '',
    'The log goes to standard error. Standard output gets the files ' +
      `${command === 'sign' ? 'written' : 'verified'}, one per line.`,
    'Exit code: 0 done, 1 failed, 2 wrong usage.',
    '',
  ].join('\n')
}

function optionLines(input: ActionInput): readonly string[] {
  const value = isBoolean(input) ? '[=false]' : ' VALUE'
  const isOwn = input.name === 'json' || input.name === 'help'
  const usual = input.default === '' || input.default.includes('${{') || isOwn ? '' : ` (default: ${usualOf(input)})`
  const required = input.required ? ' (required)' : ''
  return [`  --${input.name}${isOwn ? '' : value}${required}${usual}`, ...wrapped(input.description, '      ')]
}

/** Nothing is uploaded unless asked. */
function usualOf({ name, default: value }: ActionInput): string {
  return name === 'upload-artifact' ? 'false' : value
}

function secretLines({ name, description }: ActionInput): readonly string[] {
  const path = name === 'yc-sa-json-credentials' ? ' Text, or the path of the file.' : ''
  return [`  ${SECRET_VARIABLES.get(name) ?? ''}`, ...wrapped(description + path, '      ')]
}

function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.replaceAll('`', '').split(' ')) {
    if (line !== indent && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = indent
    }
    line += line === indent ? word : ` ${word}`
  }
  return [...lines, line]
}
