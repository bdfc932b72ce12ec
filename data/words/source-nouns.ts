/**
 * Nouns for those who speak in the news. Lower case, singular and plural where both occur. Own lists.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** People named by office, function or trade: with a name the claimant is a person, with "the" an office, else unnamed. */
export const ROLE_NOUNS = set(`
  president vice-president premier chancellor minister ministers secretary secretary-general undersecretary envoy ambassador consul
  governor governors mayor mayors deputy councillor lawmaker lawmakers senator congressman congresswoman representative legislator
  mp mps chief chiefs head heads director directors chairman chairwoman chair leader leaders founder co-founder coordinator commissioner
  commander commanders general colonel major captain lieutenant sergeant admiral officer officers soldier soldiers fighter fighters
  prosecutor prosecutors judge judges lawyer lawyers attorney investigator investigators inspector magistrate
  spokesman spokeswoman spokesperson spokespeople spokesmen official officials adviser advisers advisor advisors aide aides diplomat
  diplomats negotiator negotiators mediator mediators doctor doctors medic medics paramedic paramedics nurse nurses surgeon physician
  rescuer rescuers firefighter volunteer volunteers activist activists campaigner campaigners protester protesters
  analyst analysts expert experts observer observers historian professor researcher researchers scholar scientist strategist
  journalist journalists reporter reporters correspondent correspondents photographer editor author presenter
  witness witnesses eyewitness eyewitnesses resident residents villager villagers survivor survivors local locals
  refugee refugees civilian civilians citizen citizens neighbour neighbours neighbor neighbors farmer farmers teacher teachers
  pope king queen prince emir sheikh imam patriarch archbishop bishop priest cleric monsignor rabbi
  father mother brother sister son daughter wife husband widow uncle aunt cousin relative relatives parent parents family families friend friends
  source sources insider insiders critic critics opponent opponents supporter supporters voter voters candidate nominee man woman boy girl
  justice justices executives specialist specialists participants proponents delegates delegate coroner marshal marshals dispatcher dispatchers trooper troopers deputies firefighters manager owner operator executive ceo chairperson member members warden detective sheriff worker workers employee employees student students
  pilot driver guard guards veteran survivor treasurer ombudsman rapporteur fellow co-author host anchor columnist pollster economist
  hijacker gunman attacker militant militants rebel rebels insurgents insurgent guerrillas guerrilla separatists terrorists jihadists
  informant whistleblower intermediary negotiator deputy-governor ex-president warlord chieftain elder elders counterpart boss
  principal headmaster headmistress headteacher superintendent dean rector professor lecturer pastor vicar imams priests clerics nun monk
  shopkeeper shopkeepers trader traders pharmacist psychologist psychiatrist engineer engineers surgeons nephew niece grandfather
  grandmother bystander bystanders passer-by onlookers evacuee evacuees detainee detainees
`)

/** Bodies that speak: an NP with such a head is an organisation. */
export const ORGANISATION_NOUNS = set(`
  ministry ministries government governments administration authority authorities presidency cabinet parliament congress senate assembly
  council councils court courts tribunal commission committee committees department directorate office bureau agency agencies body
  army armies military forces force navy command brigade battalion regiment division corps militia militias faction factions coalition alliance
  police gendarmerie intelligence service services guard staff
  group groups organisation organization organisations organizations ngo ngos charity watchdog monitor monitors observatory network
  association federation union centre center institute institution foundation fund society movement party front campaign
  hospital hospitals clinic university school church mission embassy consulate kremlin pentagon bank company firm
  media press newspaper daily magazine outlet outlets broadcaster channel television tv radio station website wire
  state nation country town city municipality region province district regime opposition leadership junta emirate embassy un eu nato
  sdf team unit crew
`)

/** Texts that stand for whoever issued them: "according to the report". */
export const DOCUMENT_NOUNS = set(`
  report reports statement statements communique communiqué release figures figure data count counts toll tally update updates estimate
  estimates survey poll study analysis assessment briefing bulletin letter document documents record records announcement tweet post
  interview indictment complaint filing memo transcript summary findings review text broadcast email message article
  account accounts testimony statistics results images account dispatch lawsuit speech remarks press-release
`)

/** Bare plurals and mass nouns that are a whole source without an article ("police said"). */
export const BARE_SOURCES = set(`
  police officials authorities activists residents rebels witnesses eyewitnesses militants medics rescuers sources media prosecutors
  insurgents militias doctors lawyers analysts experts observers villagers locals survivors relatives investigators soldiers fighters
  diplomats reporters journalists lawmakers advisers aides officers commanders leaders monitors ngos volunteers firefighters paramedics
  specialists executives participants proponents delegates separatists guerrillas critics opponents supporters families campaigners researchers refugees civilians reports outlets newspapers
  workers experts spokesmen ministers protesters scientists parents students voters troops intelligence organisations organizations
`)

/** Words that may stand before such a head without an article ("local health officials"). */
export const SOURCE_MODIFIERS = set(`
  local regional national international federal municipal provincial central state military security health medical hospital rebel police
  army opposition government senior junior top intelligence defence defense civil civilian emergency rescue independent foreign interior
  western eastern northern southern anonymous unnamed unidentified informed reliable diplomatic official unofficial several many some few
  other most all both two three four five six various human rights aid relief humanitarian war crimes monitoring pro-government
  anti-government former ex current acting deputy chief lead special public administration law enforcement news tv television radio press
  social unconfirmed unverified conflicting early initial multiple numerous well-placed party church court palace presidential city town
  village district border coast port fire tribal religious political campaign justice labour labor justice trade union oil energy finance
  high-ranking ranking high-level low-level mid-level young old elderly fellow another separate new latest recent retired
`)

/** Titles that stand right before a person's name. Without full stop. */
export const TITLES = set(`
  mr mrs ms miss dr prof professor sir lord lady dame rev reverend gen general lt lieutenant col colonel maj major capt captain cpl sgt
  sergeant brig brigadier adm admiral cmdr commander president vice premier chancellor minister secretary governor gov mayor senator sen
  rep representative congressman congresswoman judge justice king queen prince princess sheikh pope ayatollah imam mullah hajji father
  ambassador director chief spokesman spokeswoman spokesperson chairman leader activist analyst
`)

/** Words in a capitalised name that make it an organisation's, not a person's. */
export const ORGANISATION_NAME_WORDS = set(`
  ministry ministries government administration authority authorities presidency parliament congress senate assembly house duma knesset
  council court tribunal commission committee committees department directorate office bureau agency army military forces force navy command
  brigade battalion regiment division corps militia coalition alliance police intelligence service services guard guards staff
  frontieres frontières group organisation organization watch observatory network association federation union centre center institute institution foundation fund
  society movement party front campaign hospital clinic university school church mission embassy kremlin pentagon bank company times post
  news press reuters journal tribune herald guardian television tv radio telegraph magazine nations international amnesty cross crescent
  republic kingdom emirates states state region province city hamas hezbollah hizbollah taliban daesh isis isil islamic houthis houthi
  directorate airforce agency base headquarters fire rescue emergency emergencies defence defense works project crescent media helmets
  channel outlet llc inc corp ltd commission's secretariat bloc league syndicate forum board team unit monitor monitors donors doctors
`)

/** Names of states and capitals that speak for a government, and blocs: organisation when they are the source. */
export const STATE_NAMES = set(`
  russia ukraine syria iraq iran israel turkey türkiye lebanon jordan egypt libya yemen sudan ethiopia eritrea somalia kenya nigeria mali
  niger chad cameroon congo rwanda uganda burundi mozambique afghanistan pakistan india china taiwan japan myanmar thailand philippines
  britain england france germany italy spain poland belarus moldova georgia armenia azerbaijan serbia kosovo bosnia croatia greece hungary
  romania bulgaria finland sweden norway denmark estonia latvia lithuania netherlands belgium austria switzerland canada australia mexico
  colombia venezuela brazil argentina chile peru bolivia ecuador guatemala honduras nicaragua cuba haiti qatar kuwait bahrain oman algeria
  tunisia morocco america usa us uk uae un eu nato moscow kyiv kiev washington damascus tehran baghdad ankara beijing london paris berlin
  brussels jerusalem riyadh doha cairo tripoli khartoum sanaa kabul islamabad delhi pyongyang seoul warsaw minsk kremlin pentagon
`)

/** World and national news agencies and large outlets: told something, they are the relay of it. Lower case, single words. */
export const NEWS_MEDIA = set(`
  reuters afp ap upi efe dpa ansa tass ria interfax sana anadolu xinhua bbc cnn nbc abc cbs fox msnbc npr pbs sky itv bloomberg
  politico guardian times post telegraph independent journal sputnik rt pravda izvestia kommersant unian ukrinform suspilne
  al-jazeera jazeera al-arabiya arabiya al-mayadeen mayadeen press-tv mehr fars irna tasnim haaretz ynet axios vice newsweek spiegel bild
  monde figaro repubblica corriere reporters journalists media television tv radio newspaper agency channel station broadcaster
`)
