import type { Sentence } from '../text/sentence.ts'
import type { LocatedMention } from './located-mention.ts'

const WAR_WORDS = new Set('war conflict crisis uprising insurgency revolution genocide front frontline'.split(' '))
const WAR_OF = new Set('war invasion conflict crisis uprising fighting insurgency bombardment occupation'.split(' '))

/**
 * The country that most of the document's places lie in, named as a country somewhere in the text: what totals of a war
 * are about.
 *
 * Places vote once by name; a country's own name counts where something happens in it or a war is said to be its own.
 *
 * @returns the country's first mention by name, preferring one where something happens; null when none is named
 */
export function findTheatre(
  sentences: readonly Sentence[],
  mentions: readonly LocatedMention[],
): LocatedMention | null {
  const votes = new Map<string, number>()
  const seen = new Set<string>()
  for (const mention of mentions) {
    const { entry, use, strength, place, rule } = mention
    const country = entry?.country
    if (entry === null || country == null) continue
    const isWar = entry.kind === 'country' && isOfWar(sentences[mention.sentence], mention)
    const id =
      entry.kind === 'country'
        ? `${entry.name} ${isWar ? 'war' : rule === 'places/adjective' ? 'a' : use + strength}`
        : `${place.name}`
    if (seen.has(id)) continue
    seen.add(id)
    votes.set(
      country,
      (votes.get(country) ?? 0) + (isWar ? 2 : weightOf(entry.kind === 'country', use === 'site' ? strength : 0)),
    )
  }
  const named = mentions.filter(({ entry, rule }) => entry?.kind === 'country' && rule !== 'places/adjective')
  const ranked = [...votes].sort(([, a], [, b]) => b - a)
  for (const [country] of ranked.slice(0, 2)) {
    const own = named.filter(({ entry }) => entry?.country === country)
    const best = own.find(({ use }) => use === 'site') ?? own[0]
    if (best !== undefined) return best
  }
  return null
}

function weightOf(isCountry: boolean, strength: 0 | 1 | 2): number {
  if (strength === 2) return isCountry ? 1.5 : 1
  return strength === 1 ? 0.5 : 0.2
}

/** "the Syrian civil war", "Ukraine's war", "the invasion of Ukraine", "the war in Yemen". */
function isOfWar(sentence: Sentence | undefined, { first, last }: LocatedMention): boolean {
  const tokens = sentence?.tokens ?? []
  if (tokens.slice(last + 1, last + 4).some(({ lower }) => WAR_WORDS.has(lower))) return true
  const before = tokens[first - 1]?.lower
  return (before === 'of' || before === 'in' || before === 'on') && WAR_OF.has(tokens[first - 2]?.lower ?? '')
}
