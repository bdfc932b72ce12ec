import type { ArchiveLocation } from '../model/archived.ts'

/** Spans of the archive, adjoining ones joined: a log of any length gives about as many as there are files. */
export interface MergedSpans {
  add(location: ArchiveLocation): void
  /** What was added, without digests. */
  all(): readonly ArchiveLocation[]
}

export function mergeSpans(): MergedSpans {
  const files = new Map<string, { readonly offset: number; length: number }[]>()
  return {
    add({ file, offset, length }) {
      const spans = files.get(file)
      const last = spans?.at(-1)
      if (spans === undefined) files.set(file, [{ offset, length }])
      else if (last !== undefined && offset === last.offset + last.length) last.length += length
      else spans.push({ offset, length })
    },
    all: () => [...files].flatMap(([file, spans]) => spans.map((span) => ({ file, ...span, sha256: '' }))),
  }
}
