/** Words that gazetteers hold as names of places and that news uses for other things. Lower case, folded. Own lists. */
const words = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/u).map((word) => word.replaceAll('_', ' ')))

/** Capitalised or at the head of a sentence, these are no place without strong evidence (a state after it, a place noun). */
export const COMMON_WORDS = words(
  `a about above accord acting action active ada after again against age aid air alert all along also although always am
  amen among an and angle any april arch are area arena arms army around art as asia-pacific ask at august aunt autumn away
  bad bag ball bang bank banks bar bard base basic bath battle bay bear beauty bell benefit best better big bill bird black
  blessing block blood blue board boat bob bone book border born both bow box boy branch brave bravo bread brick bridge
  bright bring broad brook brown bruise build bull burn bus bush business but butter by call came camp can canal candle cap
  car card care case cash cast castle cat cause central center centre certain chance change chapel charge charity charm
  chase chief child china chin choice christian christmas church circle citizen city claim class clay clear clever cliff
  clinic close cloud club coal coast cold college come comet comfort commerce common company concord condition congress
  constant cook cool copper coral corn corner cost council count country court cover cow crane crash cream credit crest
  crisis crook cross crown cruise crystal cup current cut cute daily dale damage dance danger dark date day days dead deal
  dean dear death deep deer defense defiance delay deliver delta depot derby desire details diamond difficult direct
  director do dock does doctor dog dome don door double dove down dragon dream drew drive dry duck due duke during dust each
  eagle early earth east easter eastern eden edge effort eight either eleven elite else embarrass emperor empire end energy
  enough enterprise entire equality era even ever every evil example excel extra eye face fact fair faith fall falls false
  fame family farm fast father fear feature feb felt fern few field fifty fight fin final fine fire first fish five flag
  flash flat fleet flint flora florence flower fly food foot for force ford foreign forest forge form fort fortune forward
  four fox frame franklin free freedom freeman fresh friday friend friendship from front frost full fun game garden gas gate
  gates gave gay gem general genius george get giant gift girl give glass globe go goal god gold golden good got grace grand
  grant grass gray great green grey grind ground group grow guard guide guild gulf gun had hall ham hand happy harbor hard
  harmony hart has have hawk hay he head health heart heat heavy hell help her herald here hero hide high hill him hint his
  holiday hollow holly holy home honor hood hook hope horn horse host hot hotel hour house how huge human hunt hunter hurt i
  ice ideal if imam impact imperial in increase independence industry information inn inside interior into investigation iron
  is island it its ivory jail january jewel job join joint joy judge july jump june junior just justice keen keep key kid
  kind king kings know labor lady lake lamb lance land lane large last late lately later law lawn lead leader leads league
  learn least leave led left legal legend lemon less let level liberal liberty library lie life light lily lime lincoln line
  link lion list little live living local lock lodge long look lord lost lot love low loyal luck lucky made magic mail main
  major make male man manly many map march mare marine marines mark marsh mass master match matter may mayor me mean media
  medical mercy message met metal middle might mile military mill mine mineral ministry minor miracle mirror miss mission
  mist mobile model modern moment monday money month moon more morning most moth mother motion mount mountain mourning move
  much mud muse my nation national natural nature near neck need negotiation new news next nice night nine no noble none noon
  normal north northern not novel now number oak object ocean of off offer office officer officers ohm oil old olive on once
  one only onward open operation opinion opportunity or orange orchard order organ origin other our out over own page paint
  pan paradise park part party pass past path patience pay peace peak pearl people perfect person phoenix pick pilot pine
  pink pioneer place plain plains plan plane plant play plaza please plus point police pond pool poor pope port post power
  prairie pray present president press pretty price pride prime prince progress promise prospect province public pure push
  put queen quick quiet quit rain ram ran range rapid rare rather raw read reading ready real rear rebel red reed refuge
  region regret rescue reserve rest return rice rich ride ridge right rim ring rise river road rock role roof room rose round
  royal rule run rural rush russet sad safe sage said saint salt same san sand saturday save saw say school sea seal season
  seat second security see seldom sell senate senator send september set seven several shade shall sharp she sheep shell
  shine ship shop short should show side siege sight sign silver simple since single sir six sky slate slaughter sleep small
  smart smith smoke snow so soap social soil soldier some son song soon soul sound source south southern space spare speaker
  special speed spent spirit split spray spring springs square stable staff stage stand star start state states station stay
  steel step still stone stop store storm story strange stranger street strike strong student style such sugar suicide sum
  summer summit sun sunday sunrise sunset super supply support sure surprise swan sweet swift table take tale talk tan task
  tax tea teach team telephone tell temple ten tent terms test than thank that the their them then there these they thing
  think third thirty this thomas those though three through thunder thursday time tin to today together token told tom too
  took top torch total touch tower town trade traditional train transit treat tree trial trinity triumph trooper true trump
  trust truth try tuesday turn twelve twin two uncle under union unique unit united unity until up upper upon upright us use
  utility valley value van various vast velvet very veteran victor victory view village vine violet virtue vision visit voice
  wage wait walk wall want war warm warrior was waste watch water wave way we wealth weather wednesday week weekend welcome
  well went west western what wheat wheel when where whether which while white who whole why wide wild will wind window wine
  wing winner winter wise with within without woman women wonder wood woods word work world worth would yard year yellow yes
  yet young your youth zero zone aka dead mean sales hearing nearly according several including despite many hundreds
  thousands dozens fighting rebels islamic allah abu bin ibn umm sheikh imam haji mullah ayatollah emir sultan shah khan
  al el de la le les los las del du des von der den das die une un et ou sur bei mit auf por para com sin con
  court district economy evidence friday hospital however inform instead interim journalist latest likely manager meanwhile
  republic department clashes attacks other others countryside bani monitor monitors ngo report reports
  sources official officials activists reporter media army troops forces toll death nobody nothing ours perhaps plot quote rather recent regarding safety score search senior session shot similar soon split
  statement suspect sources sport sports then thus total tour track trail trouble truck used usual victim violence vote voter
  warning wave whose wildlife witness worker writer zoo boston-area sunni shia shiite kurd arab islam quran bible internet
  wake blank nacional banco coronel cadena google facebook twitter youtube chelsea arsenal everton liverpool-fc barca juventus virgin orient lens nice split brest
  tours nancy male bari imperial bergen-op como rhodes windsor hamilton wellington churchill kennedy clinton bush carter
  nixon obama biden reagan truman eisenhower roosevelt hoover jefferson madison monroe adams jackson johnson harrison wilson
  taylor cleveland lincoln washington-based marshall nelson stanley victoria charlotte florence sydney chester douglas
  eugene austin-healey regina salem-based kent sierra india-based mercury venus jupiter saturn mars
  seen name cars drug tape okay sale caller tall wash ban kin bid lone chair spoken barrage log torn sole elbow bury hang
  wedding canyon monster bat roles barking dual marathon creek reservoir pets pet shaping stark acre rivers`,
)

/** Capitalised words that are never a place by themselves, also after a preposition. */
export const NEVER_PLACES = words(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun i english arabic
  french russian spanish islam christianity judaism ramadan eid christmas easter parliament congress senate cabinet god
  allah facebook twitter telegram youtube internet tv mr mrs ms dr prof gen col lt capt maj sgt sir lord president prime
  minister king queen prince pope general colonel major captain sergeant lieutenant admiral mayor governor senator judge
  reuters afp bbc cnn ap un nato eu who unicef unhcr isis isil daesh hamas hezbollah taliban al-qaeda al-qaida covid
  covid-19 bc ad am pm gmt utc est pdt the a an this that these those he she it they we you his her its their our my and
  or but if when while as so yet for nor because since until after before during although though there here then now also
  however meanwhile moreover furthermore besides still even both either neither each every all some any no not only most
  many several few one two three four five six seven eight nine ten hundreds thousands dozens other others republic
  department clashes attacks attack
  council university court chamber section metro federal bureau hall police hospital church college vice marshal naval
  attorney molotov players casino market road street superior olympic duma house union co sen band casino bank
  i've i'll i'd i'm we've we're we'll it's he's she's they're don't that's what's there's let's
  assad putin zelensky zelenskiy zelenskyy netanyahu erdogan gaddafi qaddafi saddam mubarak sisi maduro modi khamenei
  rouhani lukashenko hemedti haftar milosevic karadzic mladic trump biden obama bush clinton blair macron merkel`,
)

/** Names of several words that gazetteers hold and news uses for bodies. Folded. */
export const BODY_NAMES = words(
  `red-cross red-crescent al-qaeda al-qaida al-nusra white-helmets islamic-state security-council united-nations
  state-department supreme-court air-force national-guard coast-guard boy-scouts salvation-army super-bowl world-cup
  labor-day independence-day`.replaceAll('-', '_'),
)

/** Short names in capitals that stand for places: case decides. */
export const PLACE_ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'united states'],
  ['U.S.', 'united states'],
  ['U.S.A.', 'united states'],
  ['USA', 'united states'],
  ['UK', 'united kingdom'],
  ['U.K.', 'united kingdom'],
  ['UAE', 'united arab emirates'],
  ['EU', 'european union'],
  ['E.U.', 'european union'],
  ['DRC', 'drc'],
  ['DR', 'dr congo'],
  ['USSR', 'ussr'],
  ['DPRK', 'dprk'],
  ['NYC', 'new york city'],
  ['L.A.', 'los angeles'],
  ['LA', 'los angeles'],
  ['D.C.', 'd c'],
  ['DC', 'dc'],
  ['B.C.', 'british columbia'],
  ['N.Y.', 'new york'],
])
