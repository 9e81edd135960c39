/** The SBOM of a release: what the bundles hold, out of npm's account of all packages. */

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly scope?: string
  readonly properties?: readonly { readonly name: string }[]
}

/** As much of CycloneDX 1.5 as is changed here. */
interface Bom {
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
}

/**
 * `bom` with no other packages than the bundled ones. By itself npm tells what is for production from what is for development,
 * and leaves out a package that is for both.
 * @param bom by `npm sbom --sbom-format=cyclonedx`
 * @param bundled `name@version`, as dist/licenses.txt has them
 * @throws Error where a bundled package is not in it
 */
export function bundledBom(bom: string, bundled: readonly string[]): string {
  const whole = JSON.parse(bom) as Bom
  const wanted = new Set(bundled)
  if (wanted.size === 0) throw new Error('no package is bundled: dist/licenses.txt has another form')
  const components = whole.components.filter(({ name, version }) => wanted.has(`${name}@${version}`)).map(asRequired)
  const found = new Set(components.map(({ name, version }) => `${name}@${version}`))
  const missing = bundled.filter((name) => !found.has(name))
  if (missing.length > 0) throw new Error(`npm does not know what is bundled: ${missing.join(', ')}`)
  const kept = new Set([whole.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])])
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((name) => kept.has(name)) }))
  return `${JSON.stringify({ ...whole, components, dependencies }, null, 2)}\n`
}

/** A package as what is bundled is: needed, whatever brought it along. */
function asRequired(component: Component): Component {
  const properties = (component.properties ?? []).filter(({ name }) => name !== 'cdx:npm:package:development')
  return { ...component, scope: 'required', properties }
}
