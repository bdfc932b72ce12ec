import { FIRST_NAMES } from './first-names.ts'

/** Given names that in capitals are as likely a common word. */
const ALSO_PLAIN_WORDS: ReadonlySet<string> = new Set(
  `amber april ash ashley aurora austin bill blake bob brad brock chase christian clay crystal dale dawn don drew duane earl ed
  frank gene grace grant guy hank heather holly hope ivy jack jean jesus joy june lance lane lee les long mark max may mike mitch
  pat peg penny ray reed rich rob robin rose ross roy rusty sally salvador said sandy saul shane skip sue sun ted trent virginia wade
  will jordan israel paris chad georgia`.split(/\s+/u),
)

/**
 * Given names of many languages, folded, for text in capitals, where only the words themselves tell a person's name.
 * Own list. Names that are also common English words ("rose", "will", "mark") are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set([
  ...[...FIRST_NAMES].filter((name) => !ALSO_PLAIN_WORDS.has(name)),
  ...`abelardo abel abigail acacio adalberto adan adela adelina adolfo adriana agapito agata agostinho agustin aida alba
  alberta albino alcides alejandra alejandrina alejo alessandro alexis alfonsina alfonso alfredo alicio alirio alma
  almudena alonso altagracia alvaro amadeo amado amalia amando amanda amaro ambrosio amelia americo amilcar amparo
  anabel anacleto anastasio andreina angelica angelo anibal anselmo antonia apolinario apolonio arcadio arcesio
  ariosto aristides armando arnaldo arnulfo arsenio arturo asdrubal asuncion atilio augusto aura aurelia aureliano
  aurelio aurora avelino azucena baltasar baltazar bartolome basilio bautista beatrice beatriz belisario belen
  benedicto benigno benito benjamin bernabe bernarda bernardino bernardo berta bertha bienvenido blanca blas bolivar
  bonifacio braulio brenda brigida bruna bruno camila camilo candelaria candido caridad carlo carlota carmela carmelo
  carolina casimiro catalina cayetano cecilia cecilio celeste celestino celia celina celso cesar chiara cipriano
  cirilo ciro clara clarisa claudia claudio clemencia clemente clementina cleto clodomiro concepcion conrado
  constantino consuelo corina cornelio cosme cristian cristina cristobal dagoberto damaso damian danilo dario david
  daysi delfin delfina delia delmar demetrio diana dimas dina dionisio dolores domenico domingo dominga donato dora
  edelmira edelmiro edgard edgardo edilberto edison edith edmundo edna eduvigis efrain egidio eladio elba elena
  eleazar eleuterio eliana elias eligio elisa eliseo eloisa eloy elsa elvia elvira emelina emeterio emigdio emilia
  emiliano emilio encarnacion enrica enzo epifanio erasmo ercilia ericka ermelinda ermenegildo erminia ernestina
  esmeralda esperanza estanislao esteban estela ester esther estrella eudoro eufemia eufrasio eugenia eugenio eulalia
  eulalio eulogio eusebio eustaquio eva evangelina evaristo evelio evelyn ezequiel fabian fabio fabiola fabricio
  faustino fausto febe federico felicia felicita felicitas feliciano felisa ferdinando fermin fidel fidencio filemon
  filiberto fiorella flavio flor florentino florencio florencia florinda fortunato francesca francesco francisca
  froilan fructuoso fulgencio gabino gabriela galo gaspar gaston genaro genoveva georgina geraldo gerardo german
  gertrudis gervasio gianni gilberto gilda gildardo ginette gino gioconda giuseppe gladys glenda godofredo gonzalo
  graciela gregoria gregorio griselda guadalupe guido guillermina gumercindo hebert heberto helena heliodoro henrique
  herbert heriberto herlinda hermelinda hermenegildo hermes hermogenes herminia herminio hernan hernando hilario hilda
  hipolito homero honorio horacio hortensia humberto idalia ignacia ignacio ildefonso iluminada ines inocencio ireneo
  irma isaias isauro isela isidora isidoro isidro ismael isolina israel ivan ivonne jacinta jacinto jacobo jairo
  janeth javier jenaro jeremias jeronimo jesusa jhon jimena joao joaquin joaquina jonas jorgelina josefa josefina
  josue jovita juana juancho julieta juliana juliano julio justa justiniano justino justo juvenal karina karla
  ladislao laureano lautaro lazaro leandro leda leoncio leonel leonidas leonor leopoldo leticia liberato liberto libia
  lida lidia ligia lilia liliana lilian lisandro livia lorena lorenza lorenzo lourdes lucia luciana luciano lucila
  lucinda lucio lucrecia luisa lupe luz macario magdalena magali maksim manolo manuela marcela marceliano marcelina
  marcelino marcelo marcia marciano margarita margot mariana mariano maribel maricela marina marisela maritza marleny
  marlene marta martina martiniano mateo matias matilde maura mauricio mauro maximiliano maximino maximo maya melania
  melchor melida melquiades mercedes merida micaela miguelina milagros milagro milciades minerva mireya miriam misael
  modesto moises monica nancy napoleon narciso natividad nazario nelly nemesio neptali nery nestor nicanor nicasio
  nidia nieves nilda nilson noe noemi noemy nohora noralba norberto norma nubia nuria obdulio octavia octavio odilia
  ofelia olegario olimpia oliverio omaira omayra onofre orestes orfilia orlando osvaldo oswaldo otilia otilio ovidio
  pancho paola paolo pascual pastora paulina paulino paulo paz petra petrona piedad pilar pio placido plinio policarpo
  porfirio primitivo prospero prudencio purificacion quirino rafaela raimundo ramiro ramona raquel raymundo rebeca
  refugio regina reinaldo remedios remigio renato rene reynaldo rigoberto rita roberta robinson rocio rodolfo rogelio
  rolando romelia romeo romulo roque rosalba rosalia rosalina rosalinda rosalio rosario rosaura rosendo rosita roxana
  rubi rubina rudolf rufina rufino ruperto sabas sabino salome salomon salvatore sandro santiago santos santino
  saturnino sebastiana selena serafin serafina sergia severiano severino severo sidronio sigfrido silverio silvestre
  silvia silvina silvio simeon simona sixto socorro soledad sonia susana sylvana tadeo tania telesforo telma teodora
  teodoro teodulo teofilo teresita tiberio ticiano timoteo tiburcio tito tobias tomas tomasa toribio torcuato trinidad
  tulio ulises urbano ursula valdemar valentin valeriano valerio vanesa venancio ventura veronica vicenta vicente
  victoriano victorino vidal vilma violeta virgilio virginio vitalino viviana waldemar waldo walter wenceslao werner
  wilber wilder wilfredo wilfrido wilhelm wilmer wilson wladimir xavier ximena yadira yamileth yanira yesenia yolanda
  zacarias zenaida zenon zoila zoraida zulema zulma abbas abdallah abdelaziz abdelkader abdulaziz abdulkarim
  abdulrahman adnan afif akram ammar anas anwar asad asma aya ayman aziz badr bahaa bilal dalia fahd farid faris
  farouk fawzi firas ghassan habib haitham hala hanan hani hanna haroun hashem hisham huda hussam ihab imad iman issa
  iyad jaber kareem layla leila lina maha mansour maysoon mazen mohanad mounir moussa mukhtar munir nabila nadim nael
  naji naseer nasser nawal nazim nizar noor nour omran othman qais rabih raed rajab rana rania rasha reem rima sahar
  said sami samira sana shadi shaimaa suhail suleiman tamer tarek tawfiq wael wafa walaa wissam yahya yaser yasmin
  younes zahra zainab zakaria zaid ziyad abebe adama adebayo aicha amadou amara aminata awa bakary binta boubacar
  chidi chinedu cheikh djibril emeka fatou fatoumata ibrahima idrissa ifeanyi kwame kofi lamine mamadou mariama musa
  ngozi oumar oumarou ousmane salif sekou souleymane tendai thabo yaw abiodun olusegun chukwu haruna garba sani umaru
  anastasia andrzej bohdan dariusz dmytro dragan goran halyna hryhoriy ihor iryna jelena jovan kateryna krzysztof
  larysa lyudmila maksym marek mihai milan milos miroslav mykola nadezhda nikola oksana oleksandra pawel petar radovan
  ratko roza ruslana serhii slavko slobodan stoyan taras tetiana tomasz vasil vasily vira vladislav vlado vyacheslav
  yana yaroslav yevhen zdenko zoran agnieszka aino anders annika arne astrid bjorn dieter dirk elke erika franz fritz
  gerhard giulia gunther hans heinrich heinz helga helmut henrik horst ingrid jens johan johann johannes jorgen josef
  jurgen karin katarina klaus kurt lars liesel ludwig manfred marit matthias niels nils olaf ole rainer rolf siegfried
  sigrid sven torsten ulrich uwe alain andree antoine arnaud benoit bernadette cecile cedric chantal christophe
  clement danielle didier dominique emile etienne fabien fabrice florent gerard gilles guillaume guy helene isabelle
  jacques jeanne jerome jules laurence laurent luc lucien marcelle mathieu nathalie noemie odile olivier pascal
  philippe raoul remi sandrine simone solange sylvain sylvie thierry veronique yann yves yvette yvonne akira amit anil
  arjun asif bhim chandra deepak farah gopal hiroshi imran indira javed junaid kenji krishna kumar kyaw mahesh mohan
  naing narayan nasir nguyen pradeep prakash rajesh rajiv ram ramesh ravi sanjay shah shahid suresh takashi tariq than
  vijay wai yuki zaw zubair`.split(/\s+/u),
])
