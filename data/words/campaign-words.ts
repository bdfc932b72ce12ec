/** Words for violence that lasts: no single moment in place and time. Own lists. */

/** Events that by their name run over days, weeks or a front: a battle, a siege, an offensive. */
export const CAMPAIGN_WORDS: ReadonlySet<string> = new Set(
  'battle|battles|siege|sieges|seige|besieged|besieging|besiege|encircled|encirclement|blockade|blockaded|offensive|offensives|counteroffensive|counteroffensives|counter-offensive|campaign|campaigns|operation|operations|fighting|advance|advances|advancing|push|onslaught|occupation|occupied|held|hold|holding|hostilities|invasion|war|bombardments|resist|resisting|fights|gains|genocide|atrocities|crimes|persecution'.split(
    '|',
  ),
)

/** Adverbs and adjectives before an event's word that make it a habit: "have repeatedly hit", "daily attacks". */
export const HABIT_WORDS: ReadonlySet<string> = new Set(
  'repeatedly|regularly|routinely|constantly|continually|continuously|systematically|indiscriminately|daily|nightly|weekly|frequent|frequently|often|sporadic|constant|continuous|continual|relentless|relentlessly|sometimes|always|usually|months-long|weeks-long|month-long|week-long|year-long|years-long|systematic|incessant'.split(
    '|',
  ),
)
