import type { NamedSource } from './name-claimant.ts'

/** A source and the sentence where it speaks. */
export interface Known extends NamedSource {
  readonly sentence: number
}

/** The sources of a document met so far, looked up without going through all of them. */
export interface SourceMemory {
  add(source: Known): void
  /** The last source that holds, among the latest; undefined when none does. */
  last(holds: (source: Known) => boolean): Known | undefined
  /** The sources of the last sentences up to `sentence`, oldest first. */
  since(sentence: number): readonly Known[]
  /** The last source, short forms aside, whose head, name or role has the word. */
  lastWithWord(word: string): Known | undefined
  /** The first such body. */
  firstBodyWithWord(word: string): Known | undefined
  /** The first source of this name with a role. */
  firstWithRole(name: string): Known | undefined
  /** Whether a person whose name ends in the word has spoken. */
  hasPerson(lastWord: string): boolean
}

/** How many sources back a pronoun or a short form is looked up: nobody is meant from further off. */
const REACH = 60

/** A memory that already holds the given sources. */
export function rememberSources(given: readonly Known[] = []): SourceMemory {
  const known: Known[] = [...given]
  /** How many of `known` the maps below hold: they are filled when first asked, as few documents need them. */
  let indexed = 0
  const lastByWord = new Map<string, Known>()
  const firstBodyByWord = new Map<string, Known>()
  const roleByName = new Map<string, Known>()
  const people = new Set<string>()

  const index = (source: Known): void => {
    const { claimant } = source
    if (claimant.kind === 'person') people.add(source.head)
    if (claimant.role !== null && !roleByName.has(claimant.name)) roleByName.set(claimant.name, source)
    if (source.form === 'short') return
    for (const word of wordsOf(source)) {
      lastByWord.set(word, source)
      if (claimant.kind === 'organisation' && !firstBodyByWord.has(word)) firstBodyByWord.set(word, source)
    }
  }
  const indexAll = (): void => {
    for (; indexed < known.length; indexed++) {
      const source = known[indexed]
      if (source !== undefined) index(source)
    }
  }
  return {
    add: (source) => void known.push(source),
    last: (holds) => {
      for (let at = known.length - 1; at >= Math.max(0, known.length - REACH); at--) {
        const one = known[at]
        if (one !== undefined && holds(one)) return one
      }
      return undefined
    },
    since: (sentence) => {
      let first = known.length
      while (first > Math.max(0, known.length - REACH) && (known[first - 1]?.sentence ?? -1) >= sentence) first--
      return known.slice(first)
    },
    lastWithWord: (word) => {
      indexAll()
      return lastByWord.get(word)
    },
    firstBodyWithWord: (word) => {
      indexAll()
      return firstBodyByWord.get(word)
    },
    firstWithRole: (name) => {
      indexAll()
      return roleByName.get(name)
    },
    hasPerson: (lastWord) => {
      indexAll()
      return people.has(lastWord)
    },
  }
}

function wordsOf({ head, claimant }: Known): string[] {
  return [head, ...`${claimant.name} ${claimant.role ?? ''}`.toLowerCase().split(/[\s'’-]+/u)]
}
