/** Markdown as a page that looks about as it does on GitHub: widths, tables that scroll, code that does not wrap. */
import { marked } from 'marked'

/** Our own stylesheet, by what matters for reading: 1000 px wide, 14 px, tables no wider than the page. */
const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --page: #fff; --link: #0969da; --green: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --muted: #9198a1; --line: #3d444d; --soft: #151b23; --page: #0d1117; --link: #4493f8; --green: #3fb950 } }
body { margin: 0; padding: 24px; background: var(--page); color: var(--text); font: 14px/1.5 "Liberation Sans", Arial, sans-serif }
main { border: 1px solid var(--line); border-radius: 6px; padding: 8px 24px 16px; overflow: hidden }
h1 { font-size: 28px; margin: 16px 0 4px } h2 { font-size: 21px; border-bottom: 1px solid var(--line); padding-bottom: 5px } h3 { font-size: 17px; margin-top: 22px }
a { color: var(--link); text-decoration: none } .muted { color: var(--muted) }
code { font: 12px "Liberation Mono", monospace; background: color-mix(in srgb, var(--muted) 14%, transparent); border-radius: 6px; padding: 2px 5px; white-space: break-spaces }
pre { background: var(--soft); border-radius: 6px; padding: 12px 16px; overflow: auto; margin: 8px 0 14px } pre code { background: none; padding: 0; white-space: pre }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; margin: 12px 0 }
th, td { border: 1px solid var(--line); padding: 6px 13px; text-align: left } th { font-weight: 600 } td code { white-space: nowrap }
img { max-width: 100% } summary { cursor: pointer; margin: 8px 0 } .latest { color: var(--green); border: 1px solid var(--green); border-radius: 2em; padding: 1px 8px; font-size: 12px; margin-left: 8px; vertical-align: middle }
.assets { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0 } .assets div { display: flex; gap: 16px; padding: 8px 14px; border-top: 1px solid var(--line) } .assets div:first-child { border: 0 } .assets b { font-weight: 400; color: var(--link); flex: 1 }
`

/** Text as HTML that shows it. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A page of our own around some HTML. @param base URL that the page's relative addresses start from */
function pageAround(html: string, base = ''): string {
  const address = base === '' ? '' : `<base href="${escaped(base)}">`
  return `<!doctype html><meta charset="utf-8">${address}<style>${STYLE}</style><main>${html}</main>`
}

/** A page with a text of Markdown, as a job summary or a README is shown. */
export function markdownPage(markdown: string, base?: string): string {
  return pageAround(marked.parse(markdown, { async: false, gfm: true }), base)
}

/** A log as the runner shows it: no wrapping, of a width in columns. */
export function logPage(log: string): string {
  const wrapped = log.replaceAll(/(?=[^\n]{81})[^\n]{80}/gu, '$&\n')
  return pageAround(`<pre><code>${escaped(wrapped)}</code></pre>`)
}

/** What a page of a release shows. */
interface ShownRelease {
  readonly tag: string
  readonly body: string
  readonly assets: readonly { readonly name: string; readonly size: string; readonly digest: string }[]
}

/** A page with a release, as its readers see it: the notes and the assets. */
export function releasePage({ tag, body, assets }: ShownRelease): string {
  const rows = assets.map(
    ({ name, size, digest }) =>
      `<div><b>${escaped(name)}</b><span class="muted">sha256:${digest.slice(0, 12)}…</span><span class="muted">${escaped(size)}</span></div>`,
  )
  const notes = marked.parse(body, { async: false, gfm: true })
  const head = `<h1>${escaped(tag)} <span class="latest">Latest</span></h1>`
  return pageAround(`${head}${notes}<h3>Assets</h3><div class="assets">${rows.join('')}</div>`)
}
