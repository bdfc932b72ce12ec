/** Words around an event's name that tell what it was done with, or that it is no event at all. Own lists. */
import type { EventKind } from './event-kinds.ts'

const pairs = (kind: EventKind, text: string): [string, EventKind][] =>
  text.split('|').map((word) => [word.trim(), kind])

/**
 * What a weapon word says of the event it stands with. Single words, lower case; longer names are known by their
 * telling word.
 */
export const WEAPON_KINDS: ReadonlyMap<string, EventKind> = new Map([
  ...pairs(
    'airstrike',
    'air|aerial|airstrike|airstrikes|drone|drones|uav|uavs|warplane|warplanes|jet|jets|aircraft|plane|planes|helicopter|helicopters|bomber jets|barrel|airborne|quadcopter|shahed|shaheds|shahed-136|geran-2|predator|airpower|warplane-fired|napalm|gunship|gunships|mig|su-25|fighter-bombers',
  ),
  ...pairs(
    'shelling',
    'missile|missiles|rocket|rockets|artillery|mortar|mortars|shell|shells|shelling|howitzer|howitzers|shellfire|cannon|cannons|grad|grads|himars|katyusha|katyushas|tomahawk|iskander|kalibr|projectile|projectiles|warhead|warheads|rpg|rocket-propelled|tank-fire|multiple-launch|mlrs|bazooka|bazookas|atacms|scud',
  ),
  ...pairs(
    'explosive',
    'bomb|bombs|ied|ieds|landmine|landmines|mine|mines|explosives|explosive|dynamite|molotov|roadside|boobytrap|booby-trap|booby-trapped|car-bomb|truck-bomb|explosive-laden|explosives-laden|tnt|detonator',
  ),
  ...pairs('suicide', 'suicide|self-detonated|martyrdom'),
  ...pairs('grenade', 'grenade|grenades'),
  ...pairs('chemical', 'chemical|chemicals|sarin|chlorine|poison|gas|nerve|mustard|toxic|vx|novichok'),
  ...pairs(
    'attack',
    'gun|guns|gunman|gunmen|knife|knives|rifle|rifles|machete|machetes|arson|pistol|pistols|submachineguns|submachine',
  ),
])

/** Weapon words that name other things as well: they count only next to the event's own words. */
export const LOOSE_WEAPON_WORDS: ReadonlySet<string> = new Set(
  'air|barrel|gas|mine|mines|plane|planes|aircraft|poison|toxic|nerve|shell|shells|jet|jets|cannon|mustard|gun|guns|chemical|chemicals|helicopter|helicopters|explosives|gunman|gunmen|rifle|rifles|grad|tank|knife|knives|pistol|pistols'.split(
    '|',
  ),
)

/** Nouns that, right after an event's noun, make it a part of their own name: "attack helicopter", "strike group". */
export const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  'helicopter|helicopters|aircraft|group|capability|capabilities|machine|brigade|department|fighters|tribunal|tribunals|crimes|squad|squads|shelter|shelters|system|systems|defense|defence|defenses|defences|launcher|launchers|vehicle|vehicles|dog|dogs|tank|tanks|ship|ships|plane|planes|drone|drones|unit|units|force|forces|ground|grounds|line|lines|range|warrant|warrants|rate|rates|ad|ads|rifle|rifles|weapon|weapons|plan|plans|planning|siren|sirens|alert|alerts|alarm|alarms|warning|warnings|victim|victims|suspect|suspects|survivor|survivors|trial|trials|charge|charges|penalty|sentence|row|toll|tolls|threat|threats|zone|zones|control|experience|readiness|training|exercise|exercises|doctrine|power|maker|makers|experts|expert|investigators|investigation|law|laws|monitor|monitors|talks|proposal|proposals|negotiations|call|calls|resolution|mission|missions|operations|operation|test|tests|programme|program|programs|facility|facilities|stockpile|stockpiles|convention|treaty|season|movie|film|game|games|wing|fatigue|boots|uniform|uniforms|camp|camps|centre|center|certificate'.split(
    '|',
  ),
)
/** Those of `COMPOUND_HEADS` that leave the event standing: its victims, its toll, its suspects. */
export const COMPOUND_HEADS_OF_EVENTS: ReadonlySet<string> = new Set(
  'victim|victims|suspect|suspects|survivor|survivors|toll|tolls|operations|operation|mission|missions|zone|zones'.split(
    '|',
  ),
)

/** Words right before an event's noun that turn it into a figure of speech or another thing. */
export const FIGURATIVE_BEFORE: ReadonlySet<string> = new Set(
  'heart|panic|asthma|verbal|personal|political|legal|media|cyber|hunger|labor|labour|rail|general|transport|teachers|lightning|anti-terror|anti|counter|title|election|electoral|court|legislative|budget|sales|price|charm|diplomatic|baby|population|terms|key|talent|air-traffic|snowball|pillow|food|culture|cultural|propaganda|uphill|legal|trade|weekend|trial|practice|training|peace|relief|rescue|search|humanitarian|evacuation|clean-up|cleanup|aid|smear|online|intellectual|house|full|shark|bear|dog|wildfire|forest|volcanic|sun'.split(
    '|',
  ),
)
/** Words right after an event's word that show a figure of speech: "under fire from critics", "hit the market". */
export const FIGURATIVE_AFTER: ReadonlySet<string> = new Set(
  'prices|economy|economies|market|markets|headlines|stocks|shares|record|records|sales|inflation|balance|chord|deal|deals|bargain|agreement|tone|blow|critics|criticism|critic|target|targets|poverty|corruption|cancer|disease|crime|climate|covid-19|coronavirus|election|elections|button|website|album|song|goal|goals|note|jackpot|snag|nerve|back|lottery|poll|polls|debate|curiosity|attention|hearts|imagination|spotlight|opportunity|power|office|time|part|parts|care|place|steps|step|action|actions|advantage|note|photos|photo|pictures|video|footage|images|image|seat|responsibility|lead|charge|measures|refuge|shelter|cover|cue|aim|long|issue|shape|off'.split(
    '|',
  ),
)
/** Of `FIGURATIVE_AFTER`, words that name a thing when these follow: "the power grid". */
export const POWER_THINGS: ReadonlySet<string> = new Set(
  'grid|line|lines|plant|plants|station|stations|substation|pylon|pylons|pole|poles|tower|towers|supply|network|cables'.split(
    '|',
  ),
)
/** Kinds of strikes in which people stop work. */
export const STOPPAGE_WORDS: ReadonlySet<string> = new Set(
  'indefinite|transportation|student|students|workers|sympathy|wildcat|24-hour|48-hour|72-hour|one-day|two-day|three-day|nationwide|national|work|bus|drivers|miners|dock|solidarity|public-sector|warning|civic'.split(
    '|',
  ),
)
/** Nouns after "liberation" that make it the name of a body or a creed. */
export const LIBERATION_HEADS: ReadonlySet<string> = new Set(
  'front|army|movement|organization|organisation|party|forces|theology|theologians|war|struggle|command|council|day|square'.split(
    '|',
  ),
)
/** Words anywhere in a sentence that say it tells of another age, of sport, or of entertainment. */
export const OTHER_WORLD_WORDS: ReadonlySet<string> = new Set(
  'medieval|century-old|premier league|striker|midfielder|goalkeeper|playoff|playoffs|championship|quarterback|touchdown|semifinal|semi-final|box-office|blockbuster|album|sitcom|horoscope|videogame|stalingrad|holocaust|holodomor|hiroshima'.split(
    '|',
  ),
)

/** What is lost without any ground changing hands. */
export const FIGURATIVE_LOSSES: ReadonlySet<string> = new Set(
  'faith|confidence|hope|hopes|job|jobs|interest|momentum|patience|sight|touch|weight|money|support|trust|life|lives|consciousness|contact|parents|father|mother|son|sons|brother|homes|home|everything|election|elections|vote|seat|seats|power|appetite|men|soldiers|fighters|tanks|aircraft|legs|leg|arm|eye|citizenship|majority|appeal|case|bid|billions|millions'.split(
    '|',
  ),
)
/** People in the streets: what makes "protest" a protest. */
export const CROWD_WORDS: ReadonlySet<string> = new Set(
  'protesters|protestors|demonstrators|crowd|crowds|thousands|hundreds|dozens|people|residents|students|workers|streets|street|square|marchers|activists|rioters|villagers|women|citizens|supporters|teachers|farmers'.split(
    '|',
  ),
)
/** Words that show a sentence to be about trade and penalties: "to target" and "to hit" are figures of speech there. */
export const TRADE_WORDS: ReadonlySet<string> = new Set(
  'sanctions|sanction|sanctioned|penalties|penalty|tariff|tariffs|embargo|exports|imports|companies|economy|inflation|budget|tax|taxes|investors'.split(
    '|',
  ),
)
/** What is carried out and is no killing: "executed an operation". */
export const CARRIED_OUT_WORDS: ReadonlySet<string> = new Set(
  'operation|operations|plan|plans|order|orders|mission|missions|strategy|raid|raids|attack|attacks|warrant|warrants|duties|project|budget|maneuver|maneuvers|manoeuvre'.split(
    '|',
  ),
)

/** Words by which somebody is said to have done it. */
export const BLAME_WORDS: ReadonlySet<string> = new Set(
  'blame|blames|blamed|blaming|accuse|accuses|accused|accusing|accusation|accusations|attribute|attributes|attributed|attributing'.split(
    '|',
  ),
)

/** Pieces of ground that can change hands. */
export const TERRITORY_WORDS: ReadonlySet<string> = new Set(
  'town|towns|city|cities|village|villages|district|districts|neighbourhood|neighbourhoods|neighborhood|neighborhoods|area|areas|region|regions|province|provinces|territory|territories|ground|land|hill|hills|hilltop|hilltops|mountain|height|heights|ridge|island|islands|peninsula|road|roads|highway|route|routes|street|streets|bridge|bridges|crossing|crossings|checkpoint|checkpoints|checkpost|position|positions|base|bases|airbase|airport|airfield|port|harbour|harbor|plant|refinery|dam|barracks|outpost|outposts|headquarters|stronghold|strongholds|bastion|settlement|settlements|border|frontier|front|foothold|camp|camps|citadel|fortress|capital|enclave|pocket|suburb|suburbs|outskirts|quarter|quarters|farm|farms|fields|field|oilfield|oilfields|mine|compound|swath|swathe|swathes|swaths|sectors|sector|control|prison|half|percent|kilometres|kilometers|square|miles|localities|locality|building|buildings|zone|zones|corridor|countryside|hamlet|hamlets|township|townships|parts|part|trenches'.split(
    '|',
  ),
)
/** Things that fighters carry and that are found or taken from them. */
export const ARMS_WORDS: ReadonlySet<string> = new Set(
  'weapons|weapon|arms|ammunition|rifles|rifle|explosives|guns|munitions|weaponry|cache|ordnance|missiles|rockets|grenades|pistols|warheads|mines|landmines|bombs|bomb|device|devices|drones|drone|missile|rocket|aircraft|jet|jets|plane|planes|helicopter|helicopters|balloon|plot|plots|attempt|attempts|attempted|attack|attacks'.split(
    '|',
  ),
)
