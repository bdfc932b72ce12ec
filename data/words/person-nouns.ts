/*
 * Nouns that name people, with the groups each noun puts them in (codebook, "Figures: who"). Own list.
 *
 * Lower case, groups first. SINGULARS form their plurals below; UNCHANGING holds plurals that are odd and nouns without
 * one. A noun that says nothing of part in the fighting, age, sex or office is `people`. Words of kinship are civilians:
 * they name bystanders by whose relatives they are.
 */
const SINGULARS: readonly (readonly [groups: string, nouns: string])[] = [
  [
    'people',
    `person human victim casualty fatality individual soul body corpse martyr survivor refugee migrant immigrant emigrant
    asylum-seeker returnee foreigner national countryman compatriot passenger passerby pedestrian occupant crewman
    crewmember member leader suspect defendant adult youth youngster life expat expatriate exile deportee attendee
    participant spectator visitor guest patient figure stranger assailant attacker perpetrator guard bodyguard watchman
    companion colleague comrade supporter follower sympathizer sympathiser adherent activist dissident escapee fugitive
    descendant sufferer amputee friend rioter looter organiser organizer campaigner settler raider kidnapper
    pirate smuggler trafficker spy agent informant informer collaborator traitor vigilante hunter defender devotee disciple loyalist
    instructor trainer adviser advisor aide assistant interpreter translator fixer chauffeur donor affiliate analyst expert`,
  ],
  [
    'civilians',
    `carpenter fisher cattleman smallholder lodger docker stevedore trucker railwayman attendant steward stewardess seafarer mariner
    diver beachgoer congregant newlywed bridegroom nanny bartender patron client buyer seller peddler scavenger breadwinner conductor
    civilian noncombatant non-combatant resident inhabitant villager townsperson citizen local islander neighbor
    neighbour evacuee worker co-worker coworker employee staffer farmer peasant farmhand farmworker shepherd herder
    herdsman fisherman miner laborer labourer builder mechanic electrician engineer technician plumber driver motorist
    cyclist motorcyclist commuter shopper customer shopkeeper trader merchant vendor hawker stallholder businessman
    banker clerk cashier waiter waitress cook chef baker butcher tailor barber tourist holidaymaker vacationer traveler
    traveller hiker camper picnicker reveler reveller partygoer concertgoer festivalgoer theatergoer theatregoer
    churchgoer mourner worshipper worshiper pilgrim priest pastor clergyman cleric imam rabbi bishop archbishop monk
    friar deacon missionary jesuit catechist seminarian preacher teacher schoolteacher lecturer professor academic
    scholar scientist researcher student lawyer attorney solicitor barrister unionist protester protestor demonstrator
    marcher picketer striker bystander onlooker passer-by contractor subcontractor householder homeowner tenant dweller
    campesino family household relative kinsman cousin parent grandparent spouse sibling twin couple tribesman nomad
    bedouin musician singer actor actress artist writer poet author athlete footballer player coach referee
    receptionist janitor cleaner housekeeper servant gardener caretaker porter manager executive landlord landowner director
    rancher planter lumberjack beggar`,
  ],
  [
    'civilians women',
    `mother grandmother stepmother wife widow daughter granddaughter stepdaughter daughter-in-law half-sister sister
    sister-in-law aunt niece fiancee fiancée girlfriend housewife nun maid bride businesswoman actress`,
  ],
  [
    'civilians men',
    `father stepfather husband widower brother half-brother brother-in-law uncle nephew boyfriend bridegroom son stepson
    son-in-law grandson`,
  ],
  ['civilians women elderly', 'great-grandmother'],
  ['civilians men elderly', 'grandfather great-grandfather'],
  [
    'combatants',
    `saboteur nationalist neo-nazi cossack combatant soldier infantryman paratrooper trooper fighter militant rebel insurgent guerrilla guerilla guerrillero
    gunman militiaman paramilitary mercenary jihadist jihadi extremist terrorist warrior warlord insurrectionist
    separatist conscript recruit reservist draftee cadet legionnaire legionary commando ranger marine guardsman
    serviceman servicemember airman submariner sailor grenadier gunner artilleryman tankman sniper rifleman sapper pilot
    aviator copilot co-pilot bomber hijacker general colonel major captain lieutenant sublieutenant sergeant corporal
    admiral commodore brigadier marshal officer commander subcommander commandant loyalist peacekeeper contra partisan
    invader occupier aggressor infiltrator deserter defector foot-soldier veteran operative bandit gangster houthi
    islamist colonel-general lieutenant-general major-general`,
  ],
  ['combatants women', 'servicewoman'],
  [
    'children',
    `child kid infant baby newborn toddler preschooler teen teenager adolescent minor boy girl schoolchild schoolboy
    pupil schoolkid schoolmate classmate orphan grandchild stepchild kindergartner kindergartener`,
  ],
  ['children combatants', 'child-soldier'],
  ['women', 'woman lady female mom mum'],
  ['men', 'man male gentleman guy dad'],
  ['women children', 'schoolgirl'],
  ['women elderly', 'grandma granny'],
  ['men elderly', 'grandpa'],
  ['elderly', 'pensioner retiree elder septuagenarian octogenarian nonagenarian'],
  [
    'medics',
    `medic doctor physician surgeon nurse midwife paramedic anesthetist anaesthetist anesthesiologist pediatrician
    paediatrician dentist pharmacist orderly stretcher-bearer clinician gynecologist gynaecologist psychiatrist
    psychologist radiologist`,
  ],
  [
    'journalists',
    `journalist photojournalist newsman newspaperman reporter correspondent cameraman photographer videographer blogger
    broadcaster newscaster anchorman columnist editor stringer vlogger newsreader presenter`,
  ],
  ['journalists women', 'camerawoman newswoman'],
  ['aid_workers', 'rescuer firefighter fireman responder humanitarian volunteer lifeguard deminer'],
  [
    'officials',
    `official mayor vice-mayor minister premier president vice-president governor vice-governor senator congressman
    congresswoman deputy lawmaker legislator parliamentarian mp politician statesman councillor councilor councilman
    councilwoman alderman ambassador diplomat consul attache attaché envoy emissary judge magistrate prosecutor
    ombudsman functionary bureaucrat secretary undersecretary administrator commissioner chancellor bailiff sheikh
    candidate spokesman spokesperson spokeswoman dignitary king queen prince princess emir chief`,
  ],
  ['police', 'policeman constable cop detective gendarme carabinero sheriff patrolman lawman superintendent inspector'],
  ['police women', 'policewoman'],
  ['prisoners', 'prisoner inmate detainee captive hostage internee convict abductee'],
  ['prisoners combatants', 'pow'],
]

const UNCHANGING: readonly (readonly [groups: string, nouns: string])[] = [
  ['people', `people folks deceased others populace population crew personnel idp idps`],
  ['civilians', 'townspeople townsfolk passers-by clergy businesspeople staff workforce kinfolk kin'],
  ['civilians women', 'daughters-in-law sisters-in-law mothers-in-law mother-in-law'],
  ['civilians men', 'fathers-in-law father-in-law brothers-in-law sons-in-law'],
  [
    'combatants',
    `troops soldiery infantry militia militias mujahid mujahideen mujahedin mujahidin mujahedeen mojahedin fedayeen
    peshmerga janjaweed taliban basij forces paratroops servicepeople spetsnaz`,
  ],
  ['children', 'children schoolchildren grandchildren stepchildren'],
  ['women', 'womenfolk'],
  ['men', 'menfolk'],
  ['elderly', 'elderly'],
  ['police', 'police gendarmerie'],
  ['prisoners combatants', 'pows'],
]

const IRREGULAR_ENDINGS: readonly (readonly [singular: RegExp, plural: string])[] = [
  [/man$/u, 'men'],
  [/person$/u, 'persons'],
  [/wife$/u, 'wives'],
  [/life$/u, 'lives'],
  [/(?<=[^aeo])y$/u, 'ies'],
  [/(?:s|sh|ch|x)$/u, '$&es'],
]

/** Singular and plural, lower case, to the names of the groups the noun stands for. */
export const PERSON_NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...SINGULARS, ...UNCHANGING].flatMap(([groups, nouns]) => entries(groups, nouns.split(/\s+/u))),
  ...SINGULARS.flatMap(([groups, nouns]) => entries(groups, nouns.split(/\s+/u).map(pluralOf))),
])

/** Pairs and triples of words that name other people than their last word alone, lower case. */
export const PERSON_COMPOUNDS: ReadonlyMap<string, readonly string[]> = new Map([
  ...compounds(
    'aid_workers',
    'aid relief humanitarian charity rescue emergency ngo',
    'worker employee staff team staffer official volunteer crew member',
  ),
  ...compounds(
    'medics',
    'health medical hospital ambulance healthcare clinic',
    'worker personnel staff officer driver crew team member official volunteer technician',
  ),
  ...compounds(
    'journalists',
    'media press tv television radio news',
    'worker staff staffer crew member team employee director',
  ),
  ...compounds(
    'police',
    'police',
    'officer official sergeant captain lieutenant major colonel commander chief guard cadet recruit trainee general inspector personnel man force agent commando member',
  ),
  ...compounds('police', 'traffic riot state judicial national civil highway county city', 'police policeman trooper'),
  ...compounds('people', 'security prison night private store bank mall school church park', 'guard officer'),
  ...compounds('combatants', 'national border revolutionary republican presidential coast home civil-defense', 'guard'),
  ...compounds(
    'combatants',
    'security armed army military government special naval air navy occupation coalition regime rebel pro-government proxy kurdish ground peacekeeping paramilitary militia guerrilla gang',
    'force personnel member man officer official agent guard leader chief instructor adviser advisor pilot crew patrol unit police',
  ),
  ...compounds('combatants', 'suicide', 'bomber attacker'),
  ...compounds('civilians', 'civil civilian commercial airline helicopter', 'pilot captain flyer'),
  ...compounds('civilians', 'truck bus taxi lorry minibus train tram car tractor', 'driver captain'),
  ...compounds(
    'civilians',
    'civil construction factory farm oil railway sanitation utility port dock mine social power',
    'worker employee staff engineer',
  ),
  ...compounds(
    'civilians',
    'labor labour trade union peasant community church religious student teacher',
    'leader activist member official director worker',
  ),
  ...compounds(
    'officials',
    'political party government tribal opposition village municipal local city district regional provincial civil public state head prime deputy former vice',
    'leader chief elder councillor councilor officer minister servant president governor mayor employee director',
  ),
  ...compounds(
    'children',
    'school elementary primary preschool kindergarten high-school underage minor',
    'student pupil child boy girl kid',
  ),
  ...compounds('children combatants', 'child', 'soldier fighter recruit'),
  ...compounds('elderly', 'senior', 'citizen'),
  ...compounds('people', 'displaced homeless', 'person people family citizen'),
  ...compounds('officials', 'village district town county council', 'head chief'),
  ...compounds('medics', 'first', 'responder aider'),
  ...compounds('civilians', 'private', 'citizen'),
])

function entries(groups: string, nouns: readonly string[]): [noun: string, groups: readonly string[]][] {
  return nouns.map((noun) => [noun, groups.split(' ')])
}

function compounds(groups: string, modifiers: string, nouns: string): [string, readonly string[]][] {
  const heads = nouns.split(' ').flatMap((noun) => [noun, pluralOf(noun)])
  return modifiers.split(' ').flatMap((modifier) =>
    entries(
      groups,
      heads.map((head) => `${modifier} ${head}`),
    ),
  )
}

function pluralOf(singular: string): string {
  const rule = IRREGULAR_ENDINGS.find(([ending]) => ending.test(singular))
  return rule === undefined ? `${singular}s` : singular.replace(rule[0], rule[1])
}
