/** Words that say that an event is told as a thing that goes on, might be, or is meant to be, not as one that happened then. Own lists, lower case. */

/** Words of habit and trend: what happens "often" or is "a tactic" has no day. */
export const HABIT_WORDS: ReadonlySet<string> = new Set(
  `often always usually regularly frequently constantly routinely repeatedly increasingly typically sometimes occasionally systematically
  whenever tactic tactics pattern patterns habit practice strategy trend phenomenon commonplace ongoing persistent near-daily continuous
  sporadic periodic generally recurrent`.split(/\s+/u),
)

/** Adjectives that put an event into an undated past before the story. */
export const PAST_ADJECTIVES: ReadonlySet<string> = new Set(
  `recent recently previous previously past former formerly earlier prior old long-running longstanding years-long months-long weeks-long
  year-long month-long week-long decades-long decade-long`.split(/\s+/u),
)

/** Lengths of time that no single incident lasts. */
export const LONG_UNITS: ReadonlySet<string> = new Set('weeks months years decades'.split(' '))

/** Words that make what follows in their clause possible, wished or feared. */
export const UNREAL_WORDS: ReadonlySet<string> = new Set(
  `if unless whether could may might would should must can cannot will shall expect expects expected prevent avoid deter threat threats
  threaten threatens threatened risk risks fear fears feared plan plans planned planning prepare prepares preparing preparation
  preparations want wants wanted seek seeks seeking sought aim aims aiming vow vows vowed intend intends hope hopes try tries trying
  attempt attempts attempting capable ability capacity ready`.split(/\s+/u),
)

/** Before "to" and a verb: the thing was done ("managed to seize"). */
export const DONE_BEFORE_TO: ReadonlySet<string> = new Set(
  'managed able began started went proceeded continued continues continue continuing had has have forced came succeeded helped used'.split(
    ' ',
  ),
)

/** Before "to" and a noun ("led to clashes", "due to shelling"). */
export const NOUN_AFTER_TO: ReadonlySet<string> = new Set(
  `due led leads leading according response responding responded reaction prior thanks subjected exposed similar close related linked
  answer retaliation relation addition contributed contributing succumbed next`.split(/\s+/u),
)

/** Words before a participle that make it an adjective ("the besieged town"). */
export const BEFORE_ATTRIBUTE: ReadonlySet<string> = new Set(
  `the a an its his her their our this that these those of in from on at to near into inside outside around across for with by between
  two three four several many most some other all no`.split(/\s+/u),
)

/** Words after a participle that make it a verb after all ("the town captured by the rebels"). */
export const AFTER_VERB: ReadonlySet<string> = new Set(
  `by in on at from to with after when during and or as for near of while because since before into over under against the a an its his
  her their them him at least more about around some several dozens hundreds scores one two three four five six seven eight nine ten
  was were is are has have had that who which but`.split(/\s+/u),
)

/** Words that begin a clause of its own: what stands before them says nothing of the tense behind. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'that which who where when while as because since after before but although though said says told added adding'.split(
    ' ',
  ),
)

/** Words at the head of a sentence that turn from the story to another place. */
export const ELSEWHERE_WORDS: ReadonlySet<string> = new Set(['elsewhere', 'separately', 'meanwhile', 'meantime'])

/** Past participles that do not end in -ed or -en. */
export const IRREGULAR_PARTICIPLES: ReadonlySet<string> = new Set(
  `been shot struck hit fought lost left held set put led won sent come become begun gone done gun made met found fled shut cut brought
  caught said told known shown torn thrown flown blown withdrawn sworn kept built spent dealt`.split(/\s+/u),
)

/** Words by which a report comes back to an incident already known: its own date is not that of the incident. */
export const OLD_NEWS_WORDS: ReadonlySet<string> = new Set(
  `toll rises risen rose climbs climbed revised revises still now investigation inquiry review anniversary trial commemorated mourned
  buried funeral remembered verdict sentenced`.split(/\s+/u),
)

const KINDS: readonly (readonly [AttackKind, string])[] = [
  [
    'any',
    'attack attacks incident incidents action onslaught deaths casualties toll killing killings massacre massacres',
  ],
  [
    'blast',
    `strike strikes airstrike airstrikes air-strike air-strikes bombing bombings bomb bombs blast blasts explosion explosions fireball
    fireballs raid raids shelling bombardment bombardments barrage barrages missile missiles rocket rockets drone drones mortar mortars
    bomber bombers fire arson hit`,
  ],
  [
    'ground',
    'clash clashes battle battles fighting gunfire offensive operation operations assault ambush ambushes raid raids',
  ],
  [
    'shooting',
    'shooting shootings murder murders execution executions death gunman gunmen gunfire stabbing assassination',
  ],
  ['capture', 'abduction abductions kidnapping kidnappings capture hostage-taking'],
]

/** The kinds by which one noun may take up another ("explosions … the blasts"); `any` takes up all. */
export type AttackKind = 'any' | 'blast' | 'ground' | 'shooting' | 'capture'

/** Nouns for one attack, by which a text takes up an incident it has told before, and their kind. */
export const ATTACK_NOUNS: ReadonlyMap<string, AttackKind> = new Map(
  KINDS.flatMap(([kind, words]) => words.split(/\s+/u).map((word) => [word, kind] as const)),
)
