/**
 * How texts say that somebody owns up to a deed, and how they name a count of before. Own lists, lower case; every entry is
 * a regular expression's alternative without nested repetition.
 */

/** Verbs and phrases of owning up: the cue of a statement, or its words. */
export const OWNING_UP: readonly string[] = [
  'admit\\w*',
  'acknowledg\\w*',
  'conced\\w*',
  'confess\\w*',
  'apologi[sz]\\w*',
  'regret\\w*',
  '(?:accept|take|took|taking|assum)\\w* (?:full |the )?responsibility',
]

/** "Claimed responsibility": owning up, whoever does it. */
export const CLAIMING: readonly string[] = [
  '(?:claim|accept|assum)\\w* (?:full |the |joint )?(?:responsibility|credit)',
  '(?:take|takes|took|taken|taking) (?:full |the |joint )?(?:responsibility|credit)',
]

/** The speaker's own forces and deeds: without them an admission may be of losses. */
export const OWN_DEEDS: readonly string[] = [
  '(?:its|our|their|his) (?:own )?(?:forces?|troops?|aircraft|jets?|warplanes?|planes?|drones?|missiles?|rockets?|shells?|soldiers?|fighters?|pilots?|gunners|artillery|military|army|men|units?|air force|navy|strikes?)',
  '(?:it|we|they|he) (?:had |have |has )?(?:mistakenly |accidentally |wrongly |unintentionally )?(?:carried out|struck|hit|bombed|shelled|fired|killed|attacked|shot|conducted|launched)',
  '(?:it|we|they|he) (?:was|were|had been|have been) (?:behind|responsible)',
  'by mistake',
  'mistaken\\w*',
  'in error',
]

/** "Was to blame", "is responsible for": laying the deed on somebody in plain words. */
export const LAYING_BLAME: readonly string[] = [
  '(?:is|are|was|were|be|been) (?:solely |fully |directly )?(?:to blame|responsible|behind)',
  'bears? (?:full |sole )?responsibility',
]

/** What a blame is for when it is the deed itself: "blamed X for the attack". */
export const BLAMED_DEEDS: readonly string[] = [
  '(?:air ?)?strikes?',
  'air ?raids?',
  'attack\\w*',
  'assault\\w*',
  'raids?',
  'blasts?',
  'explosions?',
  'explo\\w+',
  'bomb\\w*',
  'shell\\w*',
  'rockets?',
  'missiles?',
  'kill\\w*',
  'massacre\\w*',
  'murder\\w*',
  'deaths?',
  'casualt\\w+',
  'tragedy',
  'crimes?',
  'atrocit\\w+',
  'abduct\\w*',
  'kidnap\\w*',
  'ambush\\w*',
  'shoot\\w*',
  'shot',
  'hit\\w*',
  'str[iu]ck\\w*',
  'target\\w*',
  'fir(?:ed|ing)',
  'blow\\w*',
  'destr\\w+',
  'violence',
  'use of',
  'using',
]

/** Weapons and blows as the author's: "a rocket fired by X", "a misfired rocket of X", "a Y missile hit ...". */
export const WEAPONS: readonly string[] = [
  'rockets?',
  'missiles?',
  'shells?',
  'mortars?',
  'bombs?',
  'drones?',
  'artillery',
  'shelling',
  'bombardment',
  'air ?strikes?',
  'strikes?',
  'air ?raids?',
  'fire',
  'gunfire',
  'jets?',
  'warplanes?',
  'aircraft',
]
export const LETTING_GO: readonly string[] = [
  'fired',
  'launched',
  'dropped',
  'shot',
  'planted',
  'carried out',
  'committed',
]

/** Words right before a count that make it the one of before: "up from 58", "from an earlier toll of 58". */
export const BEFORE_EARLIER_COUNT: readonly string[] = [
  'from',
  'from (?:an? |the )?(?:earlier|initial|previous|preliminary|first|official|original)',
  'from (?:an? |the )?(?:earlier |initial |previous |preliminary |first |official |original )?(?:toll|count|figure|number|estimate|report|tally) of',
  '(?:earlier|initial|previous|preliminary|original) (?:death )?(?:toll|count|figure|number|estimate|report|tally) (?:of|was|stood at|put it at|had been)',
]

/** Words earlier in the sentence that make a count the one of before. */
export const EARLIER_SAID: readonly string[] = [
  '(?:earlier|initially|previously|originally) (?:said|reported|put|gave|given|announced|estimated|counted|spoke|spoken)',
  '(?:said|reported|announced|put|gave|estimated) (?:earlier|initially|previously|at first)',
  'at first (?:said|reported|put|gave|spoke)',
  'first (?:said|reported|put|gave|announced|estimated|counted|spoke)',
  'had (?:earlier |initially |previously |first |originally )?(?:said|put|reported|given|announced|estimated|counted|spoken)',
  '(?:earlier|initial|previous|preliminary) (?:reports?|estimates?|counts?|figures?|tolls?)',
]
