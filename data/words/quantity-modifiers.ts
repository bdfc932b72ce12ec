/*
 * Words before or after a number that open a bound, make it approximate, or leave it as it is. Lower case, own lists.
 * Phrases are looked up by longest match, word by word.
 */

/** What a modifier does with the number n: `low` n or more, `high` up to n, `approx` about n, `plain` nothing. */
export type ModifierKind = 'low' | 'high' | 'approx' | 'plain'

const PHRASES: Readonly<Record<ModifierKind, string>> = {
  low: `at least|at least at|at the least|atleast|at the very least|more than|over|upwards of|upward of|no fewer than|no less than|not less than|not fewer than|nothing less than|
    a minimum of|minimum of|at a minimum|a minimum|minimum|above|in excess of|exceeding|north of|well over|well above|just over|slightly over|slightly more than|
    a little over|a little more than|little more than|far more than|many more than|well more than|much more than|considerably more than|upto and over|just above|greater than|not fewer|beyond`,
  high: `up to|as many as|fewer than|less than|at most|at the most|no more than|not more than|a maximum of|maximum of|under|
    up to as many as|just under|well under|slightly fewer than|slightly under|as high as|at the maximum`,
  approx: `about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|near|nearly about|circa|approx|
    perhaps|probably|possibly|maybe|something like|in the region of|in the order of|on the order of|an approximate|almost about|an average of|
    reportedly about|somewhere around|as much as about|around about|what is believed to be|an estimated total of|nearer to|virtually`,
  plain: `a total of|total of|the total of|another|an additional|additional|a further|further|an estimated and confirmed|all|only|just|a record|a reported|exactly|a combined|
    the other|the|other|these|those|his|her|its|their|our|my|both|a staggering|an unprecedented|as few as|a whole|a confirmed|reportedly|a mere|what were|
    an alleged|allegedly|a suspected|the first|the last|the remaining|the additional|the further|yet another|still another|any|each of the|such`,
}

/** First words of the phrases of a kind that are several words long, and all phrases, with their kind. */
export const MODIFIERS: ReadonlyMap<string, ModifierKind> = new Map(
  (Object.keys(PHRASES) as ModifierKind[]).flatMap((kind) =>
    PHRASES[kind].split('|').map((phrase): [string, ModifierKind] => [phrase.trim().replace(/\s+/gu, ' '), kind]),
  ),
)

/** Nouns after a number that make it no count of people: measures, times, money, shares. */
export const UNIT_NOUNS: ReadonlySet<string> = new Set(
  `% percent per pct percentage percentages year years year-old month months week weeks day days night nights hour hours hrs minute minutes min mins second seconds
  decade decades century centuries weekend weekends time times-per km kilometer kilometers kilometre kilometres kms mile miles meter meters metre metres m ft foot feet
  yard yards inch inches cm mm acre acres hectare hectares degree degrees dollar dollars usd eur euro euros pound pounds ruble rubles rouble roubles
  hryvnia lira liras shekel shekels dinar dinars rial rials rupee rupees franc francs cent cents peso pesos yen yuan naira birr
  ton tons tonne tonnes kg kilogram kilograms kilogrammes kilo kilos gram grams lb lbs litre litres liter liters barrel barrels gallon gallons
  mph kph kmh knots am pm a.m p.m a.m. p.m. gmt utc est local o'clock rd st nd th magnitude calibre caliber-rounds points point goals goal runs wickets
  mw gw kw kwh megawatts volts gb mb views votes seats ballots`.split(/\s+/u),
)

/** Month and weekday names and their short forms: a number beside one is a date. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/u),
)
export const WEEKDAYS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  today yesterday tonight overnight earlier later`.split(/\s+/u),
)
