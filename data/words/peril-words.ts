/*
 * Words that say people are in harm's way without having suffered a harm yet: besieged, cut off, in need. Lower case, own lists.
 */

const phrases = (lines: string): readonly (readonly string[])[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

/** Said after the people, with or without a form of "be" ("are in need of food", "facing famine", "without water"). */
export const PERILS: readonly (readonly string[])[] = phrases(`
  in need
  in urgent need
  in desperate need
  in dire need
  under siege
  under effective siege
  under bombardment
  under blockade
  at risk
  in danger
  cut off
  facing famine
  facing starvation
  facing hunger
  facing acute hunger
  facing food shortages
  on the brink of famine
  on the verge of starvation
  without water
  without electricity
  without power
  without heating
  without food
  without access
  food insecure
  acutely food insecure
  need assistance
  need aid
  need help
  need urgent
  need food
  need humanitarian
  require assistance
  require humanitarian
  require aid
  in besieged
  in harm's way
  caught in the crossfire
  caught in the fighting
`)

/** Verbs of staying, said of civilians where there is war. */
export const STAYING: ReadonlySet<string> = new Set(
  'remain remains remained remaining live lives lived living stay stayed staying stranded inside left sheltering'.split(
    ' ',
  ),
)

/** Words that say the place where people stay is contested: besieged, shelled or held by one party. */
export const CONTESTED: ReadonlySet<string> = new Set(
  `siege besieged besieging besiege encircled encirclement surrounded blockade blockaded bombardment bombarded shelling shelled fighting fought
  frontline front-line front occupied occupation rebel-held government-held regime-held opposition-held militant-held rebel-controlled
  government-controlled occupied-held insurgent-held evacuate evacuated evacuation trapped enclave captured recapture offensive assault militants
  rebels jihadists humanitarian ruined devastated starving controlled held war-torn`.split(/\s+/u),
)

/** Verbs that put the people after them in danger ("the siege threatens 300,000 civilians"). */
export const ENDANGERING: ReadonlySet<string> = new Set(
  'threatens threaten threatening endangers endanger endangering starving starves imperils imperilling imperiling'.split(
    ' ',
  ),
)
