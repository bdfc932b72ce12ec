/** Words around a time expression that say what it dates. Own lists, lower case. */

/** Verbs of saying: a time beside one of them dates the saying, not what is said. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `said says say saying told tells telling reported reports reporting announced announces announcing stated states stating
  confirmed confirms added adds declared declares claimed claims claiming revealed reveals disclosed tweeted wrote writes
  posted briefed warned warns noted notes insisted alleged alleges quoted cited acknowledged admitted denied estimated
  estimates commented responded replied informed estimating published released issued testified explained argued speaking spoke speaks`.split(
    /\s+/u,
  ),
)

/** Words that put their clause in the future. */
export const FUTURE_CUES: ReadonlySet<string> = new Set(
  `will 'll won't shall would expected scheduled due slated upcoming forthcoming tomorrow maturing payable deadline should may gonna
  expires matures`.split(/\s+/u),
)

/** Words that do so only before "to" ("plans to meet"). */
export const FUTURE_CUES_WITH_TO: ReadonlySet<string> = new Set(
  `plan plans planning hope hopes hoping intend intends expect expects vowed promised pledged poised prepares preparing prepare going
  about set ready likely aims agreed want wants`.split(/\s+/u),
)

/** Words of violence and its harm: a sentence with one of them tells of an incident. */
export const HARM_WORDS: ReadonlySet<string> = new Set(
  `kill kills killed killing killings dead die dies died dying death deaths wound wounds wounded wounding injure injures injured
  injuring injuries casualties fatalities victims bodies corpses attack attacks attacked attacking assault assaults raid raids
  raided strike strikes struck airstrike airstrikes bomb bombs bombed bombing bombings bomber bombers blast blasts explosion
  explosions exploded detonated shell shells shelled shelling bombardment bombarded barrage rocket rockets missile missiles
  mortar mortars drone drones gunfire gunmen gunman fired fire shot shooting shootings clash clashes clashed fighting fought
  fight battle battles ambush ambushed massacre massacred executed execution murdered murder slain slaying beheaded abducted
  abduction kidnapped kidnapping kidnappings seized captured detained arrested hostage hostages stormed offensive fled
  displaced evacuated martyrs martyred toll destroyed hit targeted targeting collapsed rubble missing
  burned burnt losses operation operations stabbed stabbing poisoned tortured raped ambushes hanged crash crashed downed`.split(
    /\s+/u,
  ),
)

/** Words that may stand between a verb of saying and the time of the saying ("said in a written statement on Monday"). */
export const SPEECH_FILLERS: ReadonlySet<string> = new Set(
  `in a an the its his her their to by via on at during from for with of another separate written televised late early earlier
  joint video phone local daily foreign state news online text short brief new same latest press social media telephone email
  e-mail him them us me it`.split(/\s+/u),
)

/** Nouns of spoken or written statements: "in a statement on Tuesday" dates the statement. */
export const STATEMENT_NOUNS: ReadonlySet<string> = new Set(
  `statement statements report reports reporters interview interviews briefing conference announcement communique communiqué
  tweet post message telegram bulletin press broadcast update toll journalists afp reuters ap cnn bbc radio television tv agency
  website facebook twitter`.split(/\s+/u),
)

/** Units of time whose length may be counted to or from an event ("the week before the strike"). */
export const TIME_UNITS: ReadonlySet<string> = new Set(
  'hour hours day days week weeks month months year years decade decades'.split(' '),
)

/** Harm told as a noun ("the murder of five men"). */
export const HARM_NOUNS: ReadonlySet<string> = new Set(
  `death deaths murder murders killing killings slaying slayings assassination assassinations massacre execution executions
  shooting shootings homicide manslaughter disappearance kidnapping abduction bombing`.split(/\s+/u),
)

/** Words for what follows a harm: a time beside one of them is not that of the harm. */
export const AFTERMATH_WORDS: ReadonlySet<string> = new Set(
  `charged charges charge accused convicted sentenced indicted acquitted investigating investigate investigation inquiry probe
  condemned condemning denounced mourned mourning protest protested protesting connection identified arrested suspected suspects
  trial responsibility implicated following disclosed responsible guilty pleaded revenge avenge retaliation anniversary
  commemorate commemorated lamented lamenting deplored deploring regretted repudiated demanded demanding denouncing
  condemn condemns buried funeral inquest verdict testified blamed blames`.split(/\s+/u),
)

/** Words that mark a picture and its caption inside running text: the date beside them is the picture's. */
export const PICTURE_WORDS: ReadonlySet<string> = new Set(
  'photo photos picture pictured photograph photographed image getty screenshot footage'.split(' '),
)

/**
 * Verbs by which people answer a harm, remember it or judge it later: a time beside one of them dates the answer. Forms that stand as
 * easily for a place or a person ("a funeral", "mourners") are left out.
 */
export const REACTION_VERBS: ReadonlySet<string> = new Set(
  `commemorate commemorates commemorated commemorating remember remembers remembered mourn mourns mourned honour honours honoured honor
  honors honored condemn condemns condemned condemning denounce denounces denounced denouncing deplore deplores deplored lament laments
  lamented convicted sentenced indicted acquitted unveiled inaugurated exhumed reburied buried apologised apologized regretted`.split(
    /\s+/u,
  ),
)

/** Words for what a day of remembrance closes ("marked ten years since", "marking the anniversary"). */
export const REMEMBERED_SPANS: ReadonlySet<string> = new Set('year years decade decades anniversary'.split(' '))

/** Verbs by which a toll changes: a time beside one of them is that of the count. */
export const COUNT_VERBS: ReadonlySet<string> = new Set(
  `rose rises risen rising climbed climbs climbing increased increases jumped reached reaches grew grown passed topped surpassed exceeded
  stood stands revised raised updated hit`.split(/\s+/u),
)

/** Nouns for a count of the harmed, which such a verb changes. */
export const COUNT_NOUNS: ReadonlySet<string> = new Set('toll tolls tally count number'.split(' '))

/** Words by which headline or lead say that a text looks back on a day of remembrance. */
export const REMEMBRANCE_WORDS: ReadonlySet<string> = new Set(
  `anniversary anniversaries commemorate commemorates commemorated commemorating commemoration commemorations remembrance`.split(
    ' ',
  ),
)
