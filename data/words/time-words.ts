/** Words that name times: own lists. Keys are lower case with straight apostrophes. Weekdays count from Monday = 1. */

export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb', 'febr'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
)

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon', 'mondays'],
    ['tuesday', 'tue', 'tues', 'tuesdays'],
    ['wednesday', 'wed', 'weds', 'wednesdays'],
    ['thursday', 'thu', 'thur', 'thurs', 'thursdays'],
    ['friday', 'fri', 'fridays'],
    ['saturday', 'sat', 'saturdays'],
    ['sunday', 'sun', 'sundays'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
)

/** Short forms of months and weekdays that are also other words, or stand only beside a number. */
export const SHORT_NAMES: ReadonlySet<string> = new Set(
  'jan feb febr mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun'.split(' '),
)

/** TIMEX3 letter of each unit of time; units below a day go behind the T of a duration. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['second', 'second'],
  ['seconds', 'second'],
  ['minute', 'minute'],
  ['minutes', 'minute'],
  ['hour', 'hour'],
  ['hours', 'hour'],
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['weekend', 'weekend'],
  ['weekends', 'weekend'],
  ['fortnight', 'fortnight'],
  ['fortnights', 'fortnight'],
  ['month', 'month'],
  ['months', 'month'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
  ['century', 'century'],
  ['centuries', 'century'],
])

/** TIMEX3 codes. */
export const SEASONS: ReadonlyMap<string, 'SP' | 'SU' | 'FA' | 'WI'> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
])

/** Parts of the day: TIMEX3 codes, or a clock time. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['dawn', 'MO'],
  ['daybreak', 'MO'],
  ['sunrise', 'MO'],
  ['midday', '12:00'],
  ['noon', '12:00'],
  ['afternoon', 'AF'],
  ['afternoons', 'AF'],
  ['mid-afternoon', 'AF'],
  ['mid-morning', 'MO'],
  ['evening', 'EV'],
  ['evenings', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['nightfall', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
  ['midnight', '24:00'],
])

/** Days with a name: month and day of fixed feasts. */
export const FEASTS: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ["new year's day", [1, 1]],
  ["new year's eve", [12, 31]],
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['christmas', [12, 25]],
  ['boxing day', [12, 26]],
  ["valentine's day", [2, 14]],
  ['halloween', [10, 31]],
  ['victory day', [5, 9]],
])

/** Words that stand for now, then or later: TIMEX3 value. */
export const REFERENCES: ReadonlyMap<string, 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'> = new Map([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['formerly', 'PAST_REF'],
  ['recent', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['soon', 'FUTURE_REF'],
  ['future', 'FUTURE_REF'],
  ['past', 'PAST_REF'],
])

/** Repeating times in one word: TIMEX3 value. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
])

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

/** Number words up to ninety-nine. */
export const NUMERALS: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, i) => [word, i] as const),
  ...TENS.split(' ').flatMap((ten, t) => [
    [ten, (t + 2) * 10] as const,
    ...SMALL.split(' ')
      .slice(1, 10)
      .map((word, i) => [`${ten}-${word}`, (t + 2) * 10 + i + 1] as const),
  ]),
  ['dozen', 12],
])

/** Ordinal words up to thirty-first. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
  seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth
  twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`
    .split(/\s+/u)
    .map((word, i) => [word, i + 1] as const),
)

/** Ordinals of round numbers beyond a month's days, as anniversaries have them. */
export const ROUND_ORDINALS: ReadonlyMap<string, number> = new Map([
  ['fortieth', 40],
  ['fiftieth', 50],
  ['sixtieth', 60],
  ['seventieth', 70],
  ['seventy-fifth', 75],
  ['eightieth', 80],
  ['ninetieth', 90],
  ['hundredth', 100],
])

/** Counts without a number; a TIMEX3 duration has X for them. */
export const VAGUE_COUNTS: ReadonlySet<string> = new Set('several few many some numerous various'.split(' '))

/** Nouns that a number before them counts: "in March 20 people", "killed 2000 soldiers". Never a day or a year then. */
export const COUNTED_NOUNS: ReadonlySet<string> = new Set(
  `people persons civilians citizens residents villagers children kids boys girls women men females males troops soldiers fighters
  militants rebels terrorists militiamen insurgents gunmen officers policemen policewomen police prisoners detainees hostages
  refugees migrants families members students teachers pupils workers employees doctors medics nurses journalists bodies corpses
  deaths casualties fatalities victims wounded injured dead killed others more protesters demonstrators passengers
  houses homes buildings schools hospitals vehicles tanks shells rockets missiles bombs drones strikes attacks raids airstrikes
  miles kilometres kilometers km metres meters feet dollars euros pounds percent per tons tonnes lives million billion thousand
  hundred dozen`.split(/\s+/u),
)

/** Nouns that make a date before them a name: "the March 23 Movement", "the October 7 Brigade". */
export const NAMED_FOR_DATES: ReadonlySet<string> = new Set(
  `movement alliance coalition bloc brigade brigades battalion battalions division regiment party camp youth forces
  square street avenue bridge university hospital stadium airport air base`.split(/\s+/u),
)
