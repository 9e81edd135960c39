import type { Dropped } from './dropped.ts'

/** A browser that is given a whole disk should say so, and not stand still. */
const MOST_FILES = 10_000

/** A file or folder of a drop in the ways that browsers have: each lacks one, or fails with one on a page from disk. */
interface DropItem {
  readonly file: File | null
  readonly entry: FileSystemEntry | null
  /** Chromium's, and the only one with which it reads folders on a page from disk. */
  readonly handle: Promise<FileSystemHandle | null> | undefined
}

/** What Chromium has beside the standard. */
interface WithHandle {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

/** The files of a choice, by the paths that the browser tells. */
export function chosenFiles(files: Iterable<File>): readonly Dropped[] {
  return Array.from(files, (file) => ({ path: `/${file.webkitRelativePath || file.name}`, file }))
}

/**
 * The files of a drop, those in folders too.
 * @throws RangeError for more files than a page can show
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly Dropped[]> {
  // All of it at once: the browser forgets the drop at the first `await`.
  const dropped = Array.from(items)
    .filter(({ kind }) => kind === 'file')
    .map((item: DataTransferItem & WithHandle): DropItem => {
      const entry = item.webkitGetAsEntry()
      const handle = entry?.isDirectory === true ? item.getAsFileSystemHandle?.() : undefined
      return { file: item.getAsFile(), entry, handle }
    })
  if (dropped.length === 0) return chosenFiles(files)
  const found: Dropped[] = []
  for (const { file, entry, handle } of dropped) {
    const held = await handle
    if (isFolderHandle(held)) await collectHeld(held, `/${held.name}`, found)
    else if (entry !== null && isFolder(entry)) await collect(entry, found)
    else if (file !== null) add(found, `/${file.name}`, file)
  }
  return found
}

function add(found: Dropped[], path: string, file: File): void {
  if (found.length >= MOST_FILES) throw new RangeError(`more than ${MOST_FILES} files were dropped`)
  found.push({ path, file })
}

async function collectHeld(folder: FileSystemDirectoryHandle, path: string, found: Dropped[]): Promise<void> {
  for await (const handle of folder.values()) {
    const inner = `${path}/${handle.name}`
    if (isFolderHandle(handle)) await collectHeld(handle, inner, found)
    else if (isFileHandle(handle)) add(found, inner, await handle.getFile())
  }
}

async function collect(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject)
    })
    add(found, entry.fullPath, file)
  } else if (isFolder(entry)) {
    const reader = entry.createReader()
    // It gives a hundred at a time, and none at the end.
    for (let some = await readSome(reader); some.length > 0; some = await readSome(reader))
      for (const inner of some) await collect(inner, found)
  }
}

function readSome(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject)
  })
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFileHandle = (handle: FileSystemHandle | null | undefined): handle is FileSystemFileHandle =>
  handle?.kind === 'file'
const isFolderHandle = (handle: FileSystemHandle | null | undefined): handle is FileSystemDirectoryHandle =>
  handle?.kind === 'directory'
