/** The element of an id. @throws Error when the page has none, or one of another kind */
export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} called ${id}`)
  return found
}

/** A new element with a class and a text: from outside or not, it is never read as markup. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  if (className !== '') node.className = className
  node.append(...content)
  return node
}

/** How a message is meant: for the eye by its colour, and always by its words. */
export type Tone = 'good' | 'bad' | 'unsure' | ''

/** Fills a place for messages; without content it says nothing. */
export function say(place: HTMLElement, tone: Tone, ...content: readonly (string | Node)[]): void {
  place.replaceChildren(...(content.length === 0 ? [] : [made('p', `notice ${tone}`.trim(), ...content)]))
}
