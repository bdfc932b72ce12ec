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
  const known: Known[] = []
  const lastByWord = new Map<string, Known>()
  const firstBodyByWord = new Map<string, Known>()
  const roleByName = new Map<string, Known>()
  const people = new Set<string>()

  const add = (source: Known): void => {
    const { claimant } = source
    known.push(source)
    if (claimant.kind === 'person') people.add(source.head)
    if (claimant.role !== null && !roleByName.has(claimant.name)) roleByName.set(claimant.name, source)
    if (source.form === 'short') return
    for (const word of wordsOf(source)) {
      lastByWord.set(word, source)
      if (claimant.kind === 'organisation' && !firstBodyByWord.has(word)) firstBodyByWord.set(word, source)
    }
  }
  for (const source of given) add(source)
  return {
    add,
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
    lastWithWord: (word) => lastByWord.get(word),
    firstBodyWithWord: (word) => firstBodyByWord.get(word),
    firstWithRole: (name) => roleByName.get(name),
    hasPerson: (lastWord) => people.has(lastWord),
  }
}

function wordsOf({ head, claimant }: Known): string[] {
  return [head, ...`${claimant.name} ${claimant.role ?? ''}`.toLowerCase().split(/[\s'’-]+/u)]
}
