/*
 * English number words, lower case. Own lists.
 */

/** Words for 1 to 90 that stand alone or before a scale; hyphenated compounds ("twenty-one") are put together by the reader. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
)

/** Words that multiply the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({ hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, k: 1000, mn: 1e6, dozen: 12 }),
)

/** Counts without a number; a figure built on them has no bounds ("dozens of civilians"). */
export const VAGUE_COUNTS: ReadonlySet<string> = new Set(
  `dozens scores hundreds thousands millions tens several many numerous countless multiple various few most
  innumerable uncounted`.split(/\s+/u),
)

/** Nouns after "a", "a large", "an unknown" … and before "of" that count without a number ("a number of", "large numbers of"). */
export const VAGUE_NOUNS: ReadonlySet<string> = new Set(
  'number numbers handful multitude majority host string score slew raft series lot lots plenty percentage portion proportion'.split(
    ' ',
  ),
)

/** Adjectives that say how many casualties there were without a number ("heavy losses", "mass casualties"). */
export const VAGUE_SIZES: ReadonlySet<string> = new Set(
  'heavy high massive mass huge severe significant substantial considerable large enormous unprecedented extensive appalling catastrophic'.split(
    ' ',
  ),
)

/** Adjectives that may stand between "a" and one of the vague nouns. */
export const VAGUE_ADJECTIVES: ReadonlySet<string> = new Set(
  `large small big great huge high significant considerable substantial unknown undisclosed unspecified uncertain
  undetermined unconfirmed growing increasing record vast good fair whole similar untold limited greater larger`.split(
    /\s+/u,
  ),
)
