/**
 * Words by which a sentence tells which built site an attack hit and which it names beside: kinds of sites, words of
 * attack, of harm, of care, of speaking and watching. Own lists, from news of many wars.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u))

/** Singular nouns for sites, the last word of their phrase. */
const KINDS = `hospital clinic school kindergarten nursery college university academy orphanage dormitory hostel market
  marketplace bazaar souk shop store supermarket hypermarket mall arcade mosque church chapel cathedral monastery
  convent synagogue temple shrine seminary madrasa theatre theater cinema station factory refinery depot warehouse
  hangar camp checkpoint crossing airport airfield airbase airstrip base barracks garrison prison jail courthouse
  bridge dam reservoir tunnel apartment flat building skyscraper high-rise highrise tower hotel motel restaurant
  cafe café cafeteria bar nightclub bakery pharmacy port harbour harbor pier quarry silo elevator stadium gym
  cemetery graveyard museum library embassy consulate headquarters compound shelter basement cellar house home
  farm substation terminal wedding funeral complex outpost steelworks ironworks mill mine shipyard playground bank
  laboratory farmhouse cottage villa palace monument sanatorium maternity morgue hall concert opera gallery tent
  bus minibus coach train convoy ambulance ferry ship tanker vessel boat truck lorry van car tram metro post
  garage workshop bunker greenhouse laundry square roundabout park beach street`

/** Nouns that name a site only with a kind before them ("shopping centre", "power plant", "tower block"). */
const NEED_KIND = `centre center plant block works facility office offices yard pool club court institute site room`

function withPlurals(list: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const noun of list.split(/\s+/u)) {
    forms.set(noun, noun)
    const plural = /(?:ch|sh|s|x)$/u.test(noun) ? `${noun}es` : noun.replace(/([^aeiou])y$/u, '$1ie') + 's'
    if (!forms.has(plural)) forms.set(plural, noun)
  }
  return forms
}

/** Every form of a noun for a site, with its singular. */
export const SITE_NOUNS: ReadonlyMap<string, string> = withPlurals(KINDS)

/** Every form of a noun that is a site only with a kind before it, with its singular. */
export const KIND_BOUND_NOUNS: ReadonlyMap<string, string> = withPlurals(NEED_KIND)

/** Words before a site noun that belong to its kind or name: "maternity hospital", "nine-storey apartment block". */
export const SITE_MODIFIERS =
  words(`railway rail train bus metro subway tram underground police fire petrol gas power electricity pumping water
  polling radio television tv coach drama puppet children's childrens maternity paediatric pediatric oncology
  cancer eye trauma field military army naval navy air government state public private general teaching university
  referral rural regional provincial district municipal city town village central main primary elementary
  secondary high middle boarding girls' girls boys' boys religious quranic islamic koranic nursing old-age
  retirement care shopping trade trading business sports cultural community youth health medical detention
  reception displacement displaced refugee refugees' migrant training transit internment prison aid food
  distribution feeding vegetable fruit fish meat cattle livestock weekly open-air covered wholesale textile
  furniture clothes shoe cement steel chemical fertiliser fertilizer pharmaceutical car tractor aircraft
  ammunition munitions arms weapons weapon fuel oil grain cotton thermal nuclear hydroelectric hydropower solar
  desalination sewage treatment apartment residential office tower housing administrative administration council
  parliament ministry security intelligence court customs border wedding funeral banqueting concert conference
  prayer catholic orthodox protestant sunni shia shiite coptic baptist evangelical mud brick family farm guest
  guesthouse five-star luxury beach beachfront seaside cable rope suspension road highway motorway passenger cargo
  container commuter express freight school tourist pilgrim evacuation humanitarian bread music dance night rocket
  missile drone radar artillery storage logistics science research art history coal gold copper salt iron diamond
  dental emergency surgical isolation cholera ebola summer holiday swimming football ice exhibition mobile opera
  bomb air-raid internally multi-storey multistorey high-rise low-rise story storey crossing palace embassy
  telephone telecommunications data postal post sorting heating bottling`)

/** Words that tell that a site was hit, before its noun: "the bombed theatre". */
export const RUINED =
  words(`bombed bombed-out shelled ruined destroyed damaged burnt burned burnt-out burned-out burning gutted collapsed
  shattered wrecked flattened levelled leveled demolished smashed charred blackened devastated besieged stricken
  targeted attacked scorched half-collapsed half-destroyed blazing smouldering smoldering hit struck rubbled
  pulverised pulverized`)

/** Verbs of attacking, every form: their object, or the subject of their passive, is what was attacked. */
export const ATTACK_VERBS =
  words(`hit hits hitting struck strike strikes striking bombed bombs bombing bombarded bombards bombarding shelled
  shells shelling attacked attacks attack attacking targeted targets targeting target stormed storms storming
  raided raids raiding destroyed destroys destroying demolished demolishes demolishing flattened flattens
  flattening levelled levels levelling leveled leveling razed razes razing torched torches torching rocked rocks
  rocking ravaged ravages wrecked wrecks wrecking gutted guts pounded pounds pounding obliterated besieged
  besieges engulfed engulfs burned burnt burns ambushed ambushes ambushing overran overruns mined dynamited shot
  blasted incinerated devastated devastates tore ripped ripping tearing destroy bomb shell storm raid looted
  ransacked`)

/** Verbs of lesser or other harm to a site; what they tell of is weaker than an attack. */
export const DAMAGE_VERBS =
  words(`damaged damages damaging damage smashed shattered shattering scorched collapsed collapses collapse collapsing
  exploded explodes exploding burst caught`)

/** Nouns of attacks and of their traces: "strike on X", "the X bombing", "ruins of X". */
export const ATTACK_NOUNS =
  words(`attack attacks strike strikes airstrike airstrikes air-strike air-strikes raid raids bombing bombings
  bombardment bombardments shelling blast blasts explosion explosions assault assaults massacre massacres shooting
  shootings siege missile missiles rocket rockets bomb bombs shell shells drone drones mortar mortars destruction
  ambush hit hits arson storming targeting demolition ruins ruin rubble wreckage debris remains crater shootout
  stabbing killing killings carnage atrocity slaughter razing burning hostage-taking seizure impact double-tap`)

/** Nouns after a site that speak of what happened there and to whom: "the theatre toll". */
export const AFTERMATH_NOUNS = words('toll tolls victims deaths dead disaster tragedy fire inferno collapse survivors')

/** Verbs with a particle that lead to what was hit: "slammed into", "opened fire on". */
export const IMPACT_VERBS =
  words(`slammed slam slams slamming crashed crash crashes crashing ploughed plowed fell fall falls falling landed land
  lands landing dropped drop drops dropping fired fire firing fires exploded explode explodes exploding detonated
  detonate detonates detonating rained raining rain tore tears ripped rips smashed burst bursts blew blow blowing
  blows brought brings bringing set sets setting advanced launched opened threw hurled lobbed went`)

/** Words of harm to people and of finding them: where they were when it came. */
export const HARM_WORDS =
  words(`killed kill kills killing killings died die dies dying dead deaths wounded injured injuring wounding hurt
  abducted abduct abducting kidnapped kidnap seized seizing snatched hostage hostages executed execute shot found
  discovered unearthed recovered rescued trapped buried bodies body missing murdered massacred slaughtered
  beheaded burned arrested detained raped tortured perished casualties victims pulled taken disappeared`)

/** Words of treating and carrying the wounded, and of the dead that are brought: the site after them is no scene. */
export const CARE_WORDS =
  words(`treated treating treatment treat rushed admitted hospitalised hospitalized transferred evacuated ferried
  airlifted brought carried transported conveyed referred discharged recovering recover operated stretchered flown
  receiving received receive surgery autopsy wards recuperating convalescing succumbed counted arrived arriving
  reached queuing overwhelmed visited visiting visit delivered`)

/** Sites to which the wounded and the dead are brought. */
export const CARE_SITES = words('hospital clinic morgue ambulance maternity sanatorium')

/** Words of speaking, watching and filming: the site after them is where somebody stood. */
export const WITNESS_WORDS =
  words(`said says say saying told tells spoke speaking speaks filmed films filming watched watching watches saw seen
  recorded doctor doctors medic medics nurse nurses surgeon official officials spokesman spokeswoman spokesperson
  director manager administrator source sources camera cameras footage video reporter reporters journalist
  journalists correspondent witness witnesses worker workers staff chief head colleague conference statement
  photographed photographer broadcast posted added reported announced prayed praying prayers vigil mourners
  gathered held waited waiting heard hearing trial spokesmen aide professor teacher principal student lecturer
  researcher analyst`)

/** People and voices of a site, right after its noun: "hospital staff", "school principal". */
export const SITE_PEOPLE =
  words(`staff official officials director directors source sources doctor doctors spokesman spokeswoman worker workers
  records record administrator administrators administration authorities manager managers principal owner owners
  chief head nurse nurses surgeon medic medics driver drivers guard guards bed beds morgue teacher teachers
  student students professor girls pupils children residents employee employees car visit visits capacity run ship
  system services sector`)

/** Words of taking refuge: where people went, or where they were when it was hit. */
export const SHELTER_WORDS =
  words(`shelter sheltered sheltering shelters refuge hid hiding hide fled fleeing flee flees moved relocated housed
  housing hosted hosting accommodated sleeping slept camping escaped returned evacuated`)

/** Words that put a site beside the scene: "near a school". */
export const BESIDE_WORDS =
  words(`near nearby beside behind opposite around towards toward past beyond adjacent next close alongside facing
  overlooking from`)

/** Parts of a site: what hits them hits it. */
export const SITE_PARTS =
  words(`part parts section sections side wing wings roof front entrance entrances courtyard yard gate gates grounds
  basement cellar corridor lobby floor floors ward wards car-park carpark compound premises perimeter heart middle
  car park outside inside interior facade façade row hangar kitchen canteen outbuilding block platform waiting
  building top storey storeys department queue half corner ruins ruin rubble wreckage remains debris number dozens
  hundreds`)

/** Sites that any place has: named only when nothing else is. */
export const GENERIC_SITES =
  words(`building site house home compound complex street road park square basement cellar shelter facility car van truck
  lorry block boat yard room office offices tent beach post`)

/** Words that begin the phrase of a site. */
export const SITE_DETERMINERS =
  words(`a an the this that these those its their his her our my one two three four five six seven eight nine ten
  several some many no another every each both`)

/** Verbs that a passive may follow ("was hit", "came under fire"). */
export const SITE_AUXILIARIES = words(`was were is are been being be had has have came come comes coming got gets`)

/** Words with which another clause begins. */
export const CLAUSE_STARTS = words(`who which that when where while after before as because although but and`)

/** Words with which a clause about the site begins. */
export const RELATIVE_STARTS = words(`that which where`)

/** Prepositions behind which what was attacked stands ("an attack on a school"). */
export const TARGET_PREPOSITIONS = words(`on against of at into onto in inside outside through to over under up down`)

/** Verbs of saying right behind a site: its people speak. */
export const SITE_SAYING = words(
  `said says say told tells wrote reported reports confirmed denied denies announced put`,
)

/** Prepositions behind a word for what is near ("close to", "west of"). */
export const BESIDE_JOINTS = words(`to of by`)

/** Words that put what happened under or on a site. */
export const UNDER_WORDS = words(`beneath below underneath under atop`)

/** Harms that tell of an attack where they happen: people are killed in an attack on a hospital, but die and lie wounded in any. */
export const ATTACK_HARMS = words(
  `killed kill kills killing killings murdered abducted massacred slaughtered trapped executed kidnapped`,
)
