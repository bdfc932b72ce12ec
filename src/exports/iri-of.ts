/** The IRI of a thing of ours: what it is, and its ids. It is a name, not an address. */
export function iriOf(what: string, ...ids: readonly string[]): string {
  return `urn:cairn:${what}:${ids.map((id) => encodeURIComponent(id)).join(':')}`
}
