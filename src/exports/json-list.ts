/** A JSON object whose last member is a long list, written piece by piece: the same text as `JSON.stringify(…, null, 2)` gives. */
export class JsonList {
  readonly #head: object
  readonly #name: string
  #isEmpty = true

  /** @param head the members before the list, one at least */
  constructor(head: object, name: string) {
    this.#head = head
    this.#name = name
  }

  start(): string {
    return `${JSON.stringify(this.#head, null, 2).slice(0, -2)},\n  ${JSON.stringify(this.#name)}: [`
  }

  /** @param items as `jsonItem` gives them */
  add(...items: readonly string[]): string {
    if (items.length === 0) return ''
    const text = `${this.#isEmpty ? '' : ','}${items.join(',')}`
    this.#isEmpty = false
    return text
  }

  end(): string {
    return this.#isEmpty ? ']\n}\n' : '\n  ]\n}\n'
  }
}

/** An item of such a list. */
export function jsonItem(item: object): string {
  return `\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`
}
