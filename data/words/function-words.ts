/*
 * Closed word classes of English that the figure rules steer by. Lower case, own lists.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

export const PREPOSITIONS =
  set(`in on at by from to into near with without after before during since until till through throughout
  around about against for of off over under above below between among amid amidst outside inside within across along
  behind beside besides beyond toward towards upon via per despite following due because as like than including
  alongside aboard onto out up down past when while where whose`)

export const DETERMINERS = set(
  `the a an this that these those his her its their our my your another each every any either neither`,
)

export const POSSESSIVES = set('his her their its my our your')

export const CONJUNCTIONS = set(
  'and or but nor & as so if though although whereas while when who which that whom whose because',
)

/** Forms of "be" and "get" that make a passive with the participle after them. */
export const PASSIVE_AUXILIARIES = set(`was were is are am be been being got get gets getting 's 're wasn weren`)

export const HAVE_FORMS = set(`has have had having 've 'd`)

export const MODALS = set(`may might could would can must should will shall ca wo`)

export const AUXILIARIES: ReadonlySet<string> = new Set([
  ...PASSIVE_AUXILIARIES,
  ...HAVE_FORMS,
  ...MODALS,
  ...set("do does did n't not"),
])

/** Adverbs and the like that may stand inside a verb group or between a verb and its object. */
export const VERB_GROUP_ADVERBS =
  set(`also reportedly allegedly now then later still already instantly immediately apparently subsequently
  previously confirmed reported believed feared presumed said thought known all both not never only just since recently so far to have
  be been being either either again initially eventually seriously badly severely critically gravely slightly lightly fatally
  mortally brutally violently together each among others officially accidentally deliberately intentionally mistakenly
  summarily publicly allegedly supposedly probably possibly likely even soon further afterwards afterward at once
  reported estimated alleged suspected understood assumed considered declared pronounced listed simultaneously indiscriminately
  however meanwhile therefore nevertheless instead last outright too as well himself herself themselves itself overnight today yesterday found directly forcibly illegally unlawfully
  least arbitrarily effectively completely internally newly mostly largely mainly actually himself`)

export const PRONOUNS = set(
  'he she it they we you i him them us me himself herself themselves who whom which that this these those',
)

/** Words that join two people phrases to one list. */
export const COORDINATORS = set('and or & plus')

/** Whether a lower-case word is a closed-class word, so that no noun phrase goes over it. */
export function isFunctionWord(lower: string): boolean {
  return (
    PREPOSITIONS.has(lower) ||
    DETERMINERS.has(lower) ||
    CONJUNCTIONS.has(lower) ||
    AUXILIARIES.has(lower) ||
    PRONOUNS.has(lower)
  )
}
