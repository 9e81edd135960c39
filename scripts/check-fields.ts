/** Nothing in src/ is written that nothing reads: members of types, and of classes. `check-fields.ts [root]`. */
import { join } from 'node:path'
import ts from 'typescript'
import { report } from './problems.ts'
import { unreadFields } from './structure/fields.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
  config: unknown
}
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
// A member that tests alone read is one for nobody.
const paths = new Set(fileNames.filter((path) => !path.startsWith(`${root}/__tests__/`)))
const program = ts.createProgram([...paths], options)
const files = program.getSourceFiles().filter(({ fileName }) => paths.has(fileName))
report('fields', unreadFields(program, files, root))
