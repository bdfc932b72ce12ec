/*
 * Words for several people taken together. Lower case, own lists.
 */

/** Collective nouns before "of" and a number ("a family of five", "a group of 12 pilgrims"). */
export const COLLECTIVES: ReadonlySet<string> = new Set(
  `family families group groups crew crews team crowd convoy patrol squad unit platoon delegation gang band party column
  contingent class busload household band total generation batch cell`.split(/\s+/u),
)

/** Words that count by themselves: "both", "the couple", "the pair", "the trio". */
export const COUNTING_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({ both: 2, couple: 2, pair: 2, twins: 2, duo: 2, trio: 3, triplets: 3, quartet: 4, quintet: 5 }),
)

/** Plural people nouns that do not end in "s". */
export const ODD_PLURALS: ReadonlySet<string> = new Set(
  `people men women children police troops personnel folk police staff clergy militia servicemen servicewomen policemen policewomen
  gunmen militiamen guardsmen airmen fishermen firemen businessmen congressmen countrymen tribesmen crewmen seamen cameramen
  schoolchildren grandchildren townspeople townsfolk villagefolk manpower infantry cavalry military forces militias elderly
  wounded injured dead missing displaced peshmerga taliban mujahideen mujahedeen mujahidin fedayeen janjaweed spetsnaz rohingya
  hutu tutsi kurdish newsmen workmen clergymen marksmen riflemen civilian-military youth kin offspring press crew
  campesinos guerrillas gendarmes populace population public hostages infants personel civilians youths wagner`.split(
    /\s+/u,
  ),
)

/** Nouns that the person list holds and that count no one victim on their own after an article. */
export const NOT_ONE_PERSON: ReadonlySet<string> = new Set(
  `family families group crowd crew team staff police military army militia household personnel people population public
  government community force forces troop delegation party convoy patrol squad unit platoon kin youth bomber bombers attacker attackers suicide-bomber
  remain human`.split(/\s+/u),
)
