import type { Dropped } from './dropped.ts'

/** A browser that is given a whole disk should say so, and not stand still. */
const MOST_FILES = 10_000

/** The files of a choice, by the paths that the browser tells. */
export function chosenFiles(files: Iterable<File>): readonly Dropped[] {
  return Array.from(files, (file) => ({ path: `/${file.webkitRelativePath || file.name}`, file }))
}

/**
 * The files of a drop, those in folders too.
 * @throws RangeError for more files than a page can show
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly Dropped[]> {
  // All entries at once: the browser forgets the drop at the first `await`.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return chosenFiles(transfer.files)
  const found: Dropped[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  if (found.length >= MOST_FILES) throw new RangeError(`More than ${MOST_FILES} files were dropped.`)
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject)
    })
    found.push({ path: entry.fullPath, file })
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
