/** A node of a JSON graph. */
export type JsonNode = Readonly<Record<string, unknown>>

/** The node without what is null: a graph says nothing of what is not known. */
export function omitNulls(node: JsonNode): JsonNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null))
}
