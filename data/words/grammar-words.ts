/** Closed word classes of English, lower case. Own lists. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Words that open a noun phrase. */
export const DETERMINERS = set(
  `the a an this that these those his her its their our my your some any no another each every both`,
)

export const PREPOSITIONS = set(`
  of in on at by for with from to into onto upon over under near after before during since until till between among amid amidst against
  about around across along through throughout within without inside outside behind beyond despite except like per than toward towards
  via versus off up down out as following including regarding concerning
`)

/** Words that open a clause. */
export const CLAUSE_OPENERS = set(`
  that which who whom whose when where why how while whereas because although though if unless as since after before until whether but and
  or so yet what
`)

export const AUXILIARIES = set(`
  has have had having is are was were be been being am do does did will would shall should can could may might must 'd 've 'll 're n't not
`)

export const BE_FORMS = set(`is are was were be been being am 're 'm`)

export const SUBJECT_PRONOUNS = set(`he she it they we i you who`)

/** Adverbs that stand between a source and its verb, or right after the verb. */
export const ADVERBS = set(`
  also later earlier then now still already once again repeatedly reportedly previously further furthermore meanwhile however therefore
  instead subsequently recently initially finally first only even just often always never immediately separately publicly privately
  today yesterday tonight overnight ago too flatly strongly bluntly reliably formally officially openly simply clearly explicitly
  long soon afterwards afterward thus hence nevertheless nonetheless moreover additionally yet perhaps hereby
`)

/** Nouns and adjectives of time: a phrase of these is no source and no content. */
export const TIME_WORDS = set(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  today yesterday tomorrow tonight overnight morning afternoon evening night noon midnight dawn dusk day days week weeks weekend month months
  year years hour hours minute minutes time moment date late early last next this past previous following same ago
`)

/** Words that end in -ly and are no adverbs. */
export const LY_NOUNS = set(
  `family assembly ally italy supply july reply elderly daily weekly monthly early likely deadly friendly unlikely`,
)

/** Words for a number that may open a noun phrase. */
export const NUMBER_WORDS = set(`
  one two three four five six seven eight nine ten eleven twelve several many most some few dozens scores hundreds thousands
`)

/** Frequent irregular and present-tense verbs of the news that are rarely anything else. */
export const FINITE_VERBS =
  set(`went came took left began held fell shot hit fled lost made got became saw knew gave kept led met ran sent stood struck won broke fought
  died wants needs remains continues plans seeks faces lies stands holds takes makes goes comes gets gives kills leaves targets uses
  blew drove brought bought built caught cut felt grew heard hid hurt laid let meant paid put rose sank set slept spent spread stole
  threw understood wore wounds fires shows means believes thinks knows begins`)
