/**
 * Common English words that, in text all in capitals, could be taken for a person's name because nothing else is known of
 * them: nouns of things and of bodies, adjectives, verb forms. Own list; regular endings (-ed, -ing, -ly, -tion, -ment,
 * -ness, -ity) need not stand here.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `able access accord account across act action active actual affair age agency agenda agreement aid aim air airport
  alert alias alike alive alliance ally alone amount anger annual answer appeal arm armed armor army art assault
  assembly assets attempt aunt autumn avenue aware bad bag balance ballot band bank bar bare base basic basis battery
  bay bear beat became because become bed began begin belief belt best bid big billion birth bit black blame bloc
  block blood blow blue board boat bomb bond bone book border boss bottom box branch brave bread break brief bright
  broad broke broken brown brutal budget building bullet bullet-proof bulletproof burden bureau burial bus business
  busy cabinet call calm came camp campaign canal candid cannot canton cap capable capital car card care career cartel
  case cash cattle cause cell center central centre century certain certify certifies chain chair chance change chaos
  charge cheap check chest choice church circle city civic civil claim clash class clean clear climate clinic close
  cloth club coast code coffee cold collapse college column combat come comes command comment commerce common
  communist communists community company complex concern condition conduct conflict congress consul content contest
  context contra control convoy cool copy corner cost could council country county couple courage course court cover
  cowardly crash crazy crew crime criminal crisis critical cross crowd crude cruel cry current custody cut cycle daily
  dam damage dark data date dead deal dear death debate debt decade deck deep defeat defense delay demand deny depth
  desire desk despite detail device dialogue did diet difficult direct dirty disaster disease dispute distance
  district diverse doctrine domestic done door double doubt down dozen draft drama dream dress drink drive drop drug
  dry due duty dynamite each eager early earth ease east eastern easy economy edge effect effort eight either elite
  else emergency empty end endless enemy energy enough entire entry envoy equal era error essence ethnic even evening
  event ever every evidence evil exact example excess exile expense extra extreme eye face fact factor failure fair
  faith fall false fame family famous far farm fast fatal fate fault favor fear federal federation fee feel feet fell
  felt fence few field fierce fifth fight figure file film final finance find fine fire firm first five fixed flag
  flat fleet flesh flight flood floor flow fly folk food foot force foreign forest form formal former fort forum
  forward found four fraud free freedom fresh friendly from front frontier fruit fuel full fund funeral funny further
  future gain game gang garage garden garrison gas gate gather gave gear general gift give given glad glass goal god
  gold gone good goods got grand grass grave gray great green grenade grew grief grim ground group growth guard
  guerrilla guilt guilty gun habit had half hall hand handful happy hard harm harsh has hatred have head headquarters
  health heard heart heat heavy held helicopter hell help here hero high highway hill his history hit hold hole
  holiday holy home honest honor hope horror hospital hostage hostile hot hotel hour house huge human humble hundred
  hunger idea ideal idle ill image impact import incident income independent index indian inquiry inside instead
  intact intense interest invasion issue item jail jeep job join joint journal jump jungle junior junta just keep kept
  key kidnap killer kind king kitchen knew knife know known labor lack lake land language large last late latest
  latter laugh launch law lead leader leading league learn least leather leave left leftist leg legal length less
  lesson let letter level liberal liberation library life light like limit line link list literature little live load
  loan local location logic long look loose lord loss lost lot loud love low loyal luck machine made magazine mail
  main major make making male man manner many map march margin marine mark market marxist mass massacre massive match
  mate material matter may meal mean means media medical medium meet member memory mental mention mercy mere message
  metal meter middle might mild military militia mill million mind mine minor minute misery missing mission mistake
  mixed mob mobile mode model modern moment money month mood moral more morning mortar most motion motor motorcycle
  mountain mouth move movement much mud murder museum music mutual name narrow nation national native natural near
  neat neck need network never new news next nice night nine no noble nobody noise none noon normal north northern note
  nothing notice now number object obvious occasion off offer office official oil old once one only open opera
  opposition option order organ origin other our out outbreak outer outside outskirts over own owner pace pack page
  paid pain paint pair palace panel panic paper parade park parliament part partial party pass passage past path
  patience patriot patriotic pattern pay peace peasant penal people percent perfect period permit person phase phone
  photo piece pipeline pistol place plain plan plane plant plate plaza please plenty plot plus pocket point poison
  police policy political poll poor popular population port position post pound poverty power powerful present
  presidency press prestige pretext pretty price pride prime princess print prior prison private prize problem process
  profit program progress project promise proof proper prospect proud province public pulpit pupil pure purpose push
  quarrel quarter quick quiet quota radio raid rail railroad rain raise ran ranch range rank rapid rare rate raw reach
  reaction read ready real reality rear reason rebel recent record recourse red reduce reform refuge refugee regard
  regime region regular relation release relief remain remote report request rescue residence resistance resort
  respect rest result return revenge revolt revolution revolver rice rich rid ride rifle right ring riot rise risk
  river road robbery rock rocket role roof room root rope rough round route royal ruin rule run rural sabotage sacred
  sad safe safety said sailor salary sale same sand save saw scale scandal scene schedule school science scope sea
  search season seat second secret secretariat section sector secure see seek seem seen seize self senate send senior
  sense sent separate series serious servant serve service session set settle seven severe shadow shame shape share
  sharp sheet shelf shell shelter shift ship shirt shock shop shore short shot shoulder show shut sick side siege sign
  signal silence silent silver similar simple since single sir site situation six size skill skin sky slave sleep
  slight slogan slow small smart smoke smooth social socialist society soft soil sold sole solid some son soon sort
  soul sound source south southern soviet space spare speak special speech speed spiral spirit spoke sport spot spread
  spring spy square squad staff stage stake stand standard star start state statement station statute stay steady
  steal steel step stick still stock stolen stone stood stop storage store storm story strange strategy street
  strength stress strict strike strong struggle student study stupid style subject suburb success such sudden suffer
  sugar suit summer summit supply support sure surprise suspect sweet swift sword symbol system table tactic take
  taken talk tall tank tape target task tax taxi tear telephone television tell ten tendency tense tension tent term
  terrible terror terrorism terrorist test text than thank theft then theory there thick thin thing think third
  thorough thought thousand threat three throat throne through throw thus ticket tide tight time tiny tire today
  together told tomb tone tonight took tool top torch torture total touch tour toward tower town trace track trade
  tragedy tragic train trait traitor transit transport trap travel treasury treat treaty tree trial tribune trick trip
  troop trouble truce truck true trunk trust truth try turn twelve twenty twice twin two type ugly ultimate unable
  uncle under uniform union unique unit unity universe university unknown until update upper urban urgent use used
  useful usual vacant vague vain valid valley value van vast vehicle version very vest veteran victim victory video
  view village violence violent virtual virtue virtuous vision visit vital voice volume vote wage wait walk wall want
  war warm warning waste watch water wave weak weapon weather week weekend weight welcome well went west western wet
  what wheel when where while white whole whose why wide wild will win wind window wine winter wise wish within
  without witness woman wonder wood word wore work worker workers world worse worst worth wound wrong year yellow yes
  yesterday yet yield young youth zone inc corp ltd tv ngo org headed under-secretary pole poles towers bridge
  gasoline`.split(/\s+/u),
)
