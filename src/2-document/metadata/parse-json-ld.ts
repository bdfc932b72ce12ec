/** A JSON-LD node: an object of any shape. */
export type JsonLdNode = Readonly<Record<string, unknown>>

/** Bounds the walk through one page's JSON-LD. */
const MAX_NODES = 5000

/**
 * Every object with a type in a page's JSON-LD, outermost first: arrays, `@graph` and nesting are flattened.
 *
 * Broken JSON is repaired where the fault is a common one (raw line breaks in strings, trailing commas, comments around it);
 * what stays broken says nothing.
 */
export function parseJsonLd(scripts: readonly string[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = []
  const queue: unknown[] = scripts.map(parseLoose)
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES))
    else if (isNode(value)) {
      if (value['@type'] !== undefined) nodes.push(value)
      queue.push(...Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null))
    }
  }
  return nodes
}

/** Whether a node is of a type, by the end of its name: `Article` also matches `NewsArticle` and `schema:NewsArticle`. */
export function hasType(node: JsonLdNode, ending: RegExp): boolean {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === 'string' && ending.test(name))
}

export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseLoose(script: string): unknown {
  const json = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/u, '')
    .trim()
    .replace(/;$/u, '')
  return tryParse(json) ?? tryParse(repair(json)) ?? null
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined // Repaired or given up by the caller.
  }
}

/** Escapes control characters inside strings and drops trailing commas. */
function repair(json: string): string {
  const out: string[] = []
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const char = json[i] as string
    if (char === '\\' && inString) {
      out.push(char, json[++i] ?? '')
    } else if (char === '"') {
      inString = !inString
      out.push(char)
    } else if (inString && char < ' ') {
      out.push(char === '\n' ? '\\n' : char === '\t' ? '\\t' : ' ')
    } else if (!inString && char === ',' && /^\s*[}\]]/u.test(json.slice(i + 1, i + 200))) {
      continue
    } else {
      out.push(char)
    }
  }
  return out.join('')
}
