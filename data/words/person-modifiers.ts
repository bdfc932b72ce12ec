/** Adjectives and noun modifiers that tell whom a phrase counts, lower case, to group names. Own list. */
export const PERSON_MODIFIERS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['civilians', 'civilian unarmed non-combatant noncombatant bystanding'],
      [
        'combatants',
        `armed enemy militant rebel insurgent guerrilla guerilla jihadist jihadi islamist extremist terrorist paramilitary
        separatist army military mercenary enlisted uniformed infantry militia combat wagner loyalist pro-regime
        regime-allied allied-militia anti-government pro-government foreign-sponsored`,
      ],
      ['children', 'teenage teenaged adolescent underage school-age school-aged preschool infant newborn unborn minor'],
      ['elderly', 'elderly aged retired old-age'],
      ['women', 'female pregnant lactating widowed'],
      ['men', 'male'],
      ['police', 'police'],
      ['prisoners', 'imprisoned jailed detained captive captured'],
    ] as const
  ).flatMap(([group, words]) => words.split(/\s+/u).map((word): [string, readonly string[]] => [word, [group]])),
)

/** Names of armed groups and of bodies that fight: members, leaders and casualties of them are combatants. Lower case. */
export const ARMED_BODIES: ReadonlySet<string> = new Set(
  `army navy militia militias military hezbollah hizbullah hizballah hizbollah hamas isis isil daesh aqap aqim
  al-qaeda al-qaida qaeda qaida taliban al-shabaab shabaab boko nusra al-nusra jabhat hts pkk ypg sdf fsa houthi houthis
  fmln eln farc urng senderistas sandinistas epl m-19 rsf wagner azov irgc regiment brigade battalion
  division platoon squad garrison corps airborne m23 adf eta ira ltte tplf fano rpf unita renamo kla uck pij tigers contras
  guerrillas rebels insurgents paramilitaries`.split(/\s+/u),
)

/** Ranks and titles before a name, with and without stop, lower case, to group names. */
export const PERSON_TITLES: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['combatants', 'gen col lt maj capt sgt cpl pvt pfc adm cmdr brig ltc cdr comandante'],
      ['officials', 'sen gov rep pres mayor minister president governor senator judge ambassador'],
      ['medics', 'dr'],
      ['civilians', 'prof rev fr father padre'],
      ['women', 'mrs ms miss sra señora'],
      ['men', 'mr sr señor'],
    ] as const
  ).flatMap(([group, words]) => words.split(/\s+/u).map((word): [string, readonly string[]] => [word, [group]])),
)
