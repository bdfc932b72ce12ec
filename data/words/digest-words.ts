// Words of ours in a digest: neutral, in the past tense, without adjectives. Own list; the codes are the codebook's.

/** Who is counted: one, several. */
export const GROUP_NOUNS = {
  civilians: ['civilian', 'civilians'],
  combatants: ['combatant', 'combatants'],
  children: ['child', 'children'],
  women: ['woman', 'women'],
  men: ['man', 'men'],
  elderly: ['elderly person', 'elderly people'],
  medics: ['medical worker', 'medical workers'],
  journalists: ['journalist', 'journalists'],
  aid_workers: ['aid worker', 'aid workers'],
  officials: ['official', 'officials'],
  police: ['police officer', 'police officers'],
  prisoners: ['prisoner', 'prisoners'],
  people: ['person', 'people'],
} as const

/** What happened to them, after the noun. Of bodies the noun changes too. */
export const HARM_WORDS = {
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  bodies_found: 'found',
  abducted: 'abducted',
  detained: 'detained',
  displaced: 'displaced',
  trapped: 'trapped',
  surrendered: 'surrendered',
  killed_or_injured: 'killed or injured',
  other_people: 'counted otherwise',
} as const

/** What was reported, in a sentence: "Reports told of …". */
export const EVENT_NOUNS = {
  'Government regains territory': 'territory retaken by a government',
  'Non-state actor overtakes territory': 'territory taken by an armed group',
  'Armed clash': 'an armed clash',
  'Excessive force against protesters': 'force against protesters',
  'Protest with intervention': 'a protest with intervention',
  'Peaceful protest': 'a protest',
  'Violent demonstration': 'a violent demonstration',
  'Mob violence': 'mob violence',
  'Chemical weapon': 'an attack with a chemical weapon',
  'Air/drone strike': 'an air or drone strike',
  'Suicide bomb': 'a suicide bombing',
  'Shelling/artillery/missile attack': 'a shelling, artillery or missile attack',
  'Remote explosive/landmine/IED': 'an explosion',
  Grenade: 'a grenade attack',
  'Sexual violence': 'sexual violence',
  Attack: 'an attack',
  'Abduction/forced disappearance': 'an abduction',
  Agreement: 'an agreement',
  Arrests: 'arrests',
  'Change to group/activity': 'a change of activity',
  'Disrupted weapons use': 'an interception of weapons',
  'Headquarters or base established': 'the setting up of a base',
  'Looting/property destruction': 'destruction of property',
  'Non-violent transfer of territory': 'a transfer of territory',
  Other: 'an incident',
} as const
/** Where the first that is counted is bodies. */
export const BODIES_NOUN = 'bodies found'
/** Where no claim says what kind of event it was. */
export const UNKNOWN_EVENT = 'harm to people'

/** Words before a number that say which bound it is, as sources write them; the longer ones first. */
export const LOWER_WORDS = ['no fewer than', 'not less than', 'upwards of', 'more than', 'at least', 'over', 'above']
export const UPPER_WORDS = ['no more than', 'as many as', 'fewer than', 'less than', 'at most', 'up to', 'under']
export const NEAR_WORDS = ['approximately', 'an estimated', 'roughly', 'around', 'nearly', 'almost', 'about', 'some']

/** Vague words that take "of": "dozens of people". */
export const VAGUE_WITH_OF = ['dozens', 'scores', 'hundreds', 'thousands', 'tens', 'handful', 'number', 'couple', 'lot']

/** How a grade is told; which rule gave it follows. */
export const GRADE_RULE_WORDS: Readonly<Record<string, string>> = {
  'grade/independent-origins': '{found} independent origins attested it',
  'grade/one-origin': 'one origin attested it independently',
  'grade/one-text': 'all that attested it came from one text or its copies',
  'grade/one-party-only': 'one party to the conflict alone attested it',
  'grade/nobody-stands-by-it': 'nobody stood by a count of it',
  'grade/responsibility-accepted': 'a party to the conflict accepted responsibility',
  'grade/several-accept': 'several parties accepted responsibility',
  'grade/competing-claims-of-responsibility': 'responsibility was laid on several sides',
  'grade/harm-withdrawn': 'harm was claimed and no current account claims it',
  'decision/set-grade': 'a person set it',
}

/** What the record checks and does not repair, told of the claims it names. */
export const FINDING_WORDS: Readonly<Record<string, string>> = {
  'record/part-exceeds-whole': 'A part was larger than the whole it was given as a part of',
  'record/parts-exceed-whole': 'Parts that share nobody were together larger than their whole',
  'record/parts-differ-from-whole': 'Parts that make up everybody did not add up to their whole',
  'record/civilian-status-contested': 'Whether the harmed were civilians or combatants was contested',
  'decision/claim-vanished': 'A decision of a person lost the claim it was about',
  'decision/words-differ': 'A decision of a person was about other words than stand there now',
  'decision/ambiguous': 'A decision of a person fitted several claims',
}
