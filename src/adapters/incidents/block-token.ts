/** What the full-text index would not take for part of one word, or would fold. */
const ODD = /[\0- "^A-Z\u007f]|\p{Surrogate}/gu

/** A block as one word of the full-text index: any two blocks are two words. Ordinary keys stay as they are. */
export function blockToken(block: string): string {
  return block.replace(ODD, (character) => `^${character.charCodeAt(0).toString(16)}^`)
}

/** Characters besides letters and digits that belong to words, for the index's tokenizer. */
export const TOKEN_CHARACTERS = "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
