/** Whether the shell blocks of a page can be pasted as they stand, into bash and into zsh. */

/** What keeps a line from being pasted, by what it has. */
const OBSTACLES: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?:^|\s)#(?:\s|$)/u, 'a comment, which zsh takes for a command or an argument: put it above the block'],
  [/…/u, 'an ellipsis: nobody can run it'],
  // The arguments of a function are its own.
  [
    /^(?!.*\(\) \{).*\$(?:[1-9]|\{[1-9])/u,
    'a positional parameter, which a terminal does not have: set a variable before',
  ],
]

/** `line: what`, for each line of a block of `sh` in Markdown that cannot be pasted. */
export function pasteProblems(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gmu)].flatMap(({ index, 2: block = '' }) => {
    const above = markdown.slice(0, index).split('\n').length
    return block
      .split('\n')
      .flatMap((line, at) =>
        OBSTACLES.filter(([pattern]) => pattern.test(line)).map(([, what]) => `${above + at + 1}: ${what}`),
      )
  })
}
