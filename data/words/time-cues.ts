/** Words around a time expression that say what it dates. Own lists, lower case. */

/** Verbs of saying: a time beside one of them dates the saying, not what is said. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `said says say saying told tells telling reported reports reporting announced announces announcing stated states stating
  confirmed confirms added adds declared declares claimed claims claiming revealed reveals disclosed tweeted wrote writes
  posted briefed warned warns noted notes insisted alleged alleges quoted cited acknowledged admitted denied estimated
  estimates commented responded replied informed estimating published released issued testified explained argued`.split(
    /\s+/u,
  ),
)

/** Words that put their clause in the future. */
export const FUTURE_CUES: ReadonlySet<string> = new Set(
  `will 'll won't shall would expected expects expect scheduled due slated planned plans plan planning upcoming forthcoming
  intends intend hopes hope tomorrow next maturing payable effective starting beginning vowed promised threatened
  pending ahead deadline can could should may might must gonna prepares preparing poised`.split(/\s+/u),
)

/** Nouns of spoken or written statements: "in a statement on Tuesday" dates the statement. */
export const STATEMENT_NOUNS: ReadonlySet<string> = new Set(
  `statement statements report reports reporters interview interviews briefing conference announcement communique communiqué
  tweet post message telegram bulletin press broadcast update toll journalists afp reuters ap cnn bbc radio television tv agency
  website facebook twitter`.split(/\s+/u),
)
