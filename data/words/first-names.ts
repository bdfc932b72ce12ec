/** Given names that also are, or begin like, names of places; a capitalised word after one is a surname. Folded. Own list. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron abby abdul abdullah abdel abraham adam adel adrian agnes ahmad ahmed alan albert alejandro aleksandr aleksei alex
  alexander alexandra alexei alfred ali alice alicia allan allen allison amanda amber amir amy ana anatoly andre andrea andrei
  andres andrew andriy andy angela angelina angie anita ann anna anne annie anthony anton antonio april ariel arnold arthur
  artem ashley ashraf audrey austin barack barbara barry bashar bashir ben benjamin bernard bernie bert beth betty beverly
  bill billy blake bob bobby bogdan boris brad bradley brandon brenda brent brett brian bruce bryan burhan calvin carl carla
  carlos carmen carol caroline catherine cecil charles charlie chase chelsea cheryl chris christian christina christine
  christopher cindy claire clara claude clayton clifford clint clinton colin connie corey craig crystal curtis cynthia dale
  daniel danielle danny darren darryl dave david dawn dean deborah debra denis denise dennis derek diana diane diego dmitri
  dmitry dmytro don donald donna doris dorothy doug douglas drew duane dustin dwayne earl ed eddie edgar edith eduard
  eduardo edward edwin elaine eleanor elena elijah elizabeth ellen emily emma emmanuel enrique eric erica erik erin ernest
  ernesto ethan eugene eva evan evelyn faisal fatima felipe felix fernando florence frances francis francisco francois frank
  fred frederick gabriel gary gavin gene geoffrey george gerald gerard gilbert gina giovanni glen glenn gloria gordon grace
  graham greg gregory guillermo gustavo guy hadi hamid hamza hank hannah harold harry harvey hassan hasan heather hector
  heidi helen henri henry herbert herman holly howard hugh hugo hussein husayn ian ibrahim igor ihor irene iris isaac isabel
  ismail ivan jack jackie jackson jacob jacqueline jaime jake jalal jamal james jamie jan jane janet janice jared jason javier jay jean
  jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joe joel johanna john johnny
  jon jonathan jordan jorge jose joseph joshua joy joyce juan juanita judith judy julia julian julie june justin kamal karen
  karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kerry kevin khaled khalid kim kirill kirk
  konstantin kristen kurt kyle lance larry laura lauren laurence lawrence leah lee lena leo leon leonard leonid leroy leslie
  lester lewis lillian linda lindsay lisa lloyd lois lori louis louise lucas lucy luis luke lynn mahmoud mahmud majid
  malcolm manuel marc marcel marco marcos marcus margaret maria mariam marie marilyn mario marion mark markus marsha
  martha martin marvin mary marwan maryam matt matthew maurice max maxim megan mehmet melanie melissa melvin michael michel
  michelle miguel mikhail mike mila mildred milton mitch mitchell mohamed mohamad mohammad mohammed molly monica morgan
  muhammad murad mustafa mykhailo mykola nabil nadia nancy naomi natalia natalie nathan nathaniel neil nelson nicholas nick
  nicolas nicole nikita nikolai nina noah noel nora norma norman oleg oleh oleksandr oleksiy olena olga oliver olivia omar
  oscar osama osman otto owen pablo pamela pat patricia patrick paul paula pauline pavel pavlo pedro peggy penny
  perry peter petro philip phillip phyllis pierre qasim rachel rafael rafiq ralph ramon ramzan randall randy rashid raul ray
  raymond rebecca reginald renee rex ricardo richard rick ricky riyad rob robert roberto robin rodney rodrigo roger roland
  roman ron ronald rory rosa rose ross roy ruben russ russell ruth ryan sabrina said salah saleh salim sally salman
  salvador sam samantha samir samuel sandra sandy sara sarah saul scott sean sebastian serge sergei sergey sergio serhiy
  seth shane shannon sharon shaun shawn sheila shelby sherry shirley sidney simon sofia sonia sophia sophie spencer stacy
  stanislav stanley stefan stephanie stephen steve steven stewart stuart sue susan suzanne svetlana sylvia taha tammy tanya
  tara tariq taras tatiana ted teresa terry theodore theresa thomas tim timothy tina todd tom tommy toni tony tracy travis
  trevor troy tyler tyrone umar usman valentina valerie valery vanessa vera vernon veronica vicki victor victoria viktor
  vincent viola virginia vitali vitaly vivian vladimir volodymyr wade walid wallace walter wanda warren wayne wendy wesley
  whitney will william willie winston wolfgang yasser yevgeny yousef youssef yuri yulia yusuf zachary zoe sheldon grant
  darlene shelly dwight lyle clyde elmer floyd virgil leland quentin reid shaun trent brock colby ferdinand nicolás
  volodymyr vadym vasyl ruslan rustam ramzi hafez bassel maher manaf rami fadi ziad zaki nouri haider muqtada moqtada
  abel adolfo agustin alberto alejandra alfonso alfredo alonso alvaro amparo anastasio anibal antonia aquiles arturo
  aurelio baltazar bautista beatriz belisario bernardo camilo camila cecilia cecilio cesar cirilo claudia claudio cristina
  cristobal dagoberto dario edmundo edgardo efrain elias eliseo elvira emilia emilio enriqueta ernestina esteban estela
  eugenia eugenio eusebio ezequiel fabian fabio facundo federico felicidad fermin fidel flavio fortunato fulgencio gerardo
  gilberto gilda gonzalo graciela gregorio guido heriberto hernan hernando hilario horacio humberto ignacio ines inocencio
  isidro ismael jacinto jacobo jeronimo joaquin joao josefina josefa julieta julio lazaro leandro leonardo leonel leonor
  leopoldo liliana lorena lorenzo lucia luciano lucio luisa luz manuela marcela marcelo marcial margarita mariana mariano
  marta mauricio maximiliano miriam moises narciso nestor nicanor noe norberto octavio ofelia olegario oswaldo osvaldo paco
  pascual patricio paulina paulino paulo placido porfirio ramiro raquel raimundo raymundo rebeca reinaldo reynaldo rene
  rigoberto rodolfo rogelio rolando romulo ronaldo rosalia rosendo rufino ruperto saturnino silvestre silvia silvio susana
  tadeo telma teodoro teresita tobias tomas ubaldo valentin venancio vicente vilma virgilio waldo wilfredo ximena yolanda
  zacarias zoila zulema`.split(/\s+/u),
)

/** Names of great towns that are given names only right before a surname ("Paris Hilton"). */
export const TOWN_NAMES_GIVEN: ReadonlySet<string> = new Set(
  'paris brooklyn savannah sydney austin dallas phoenix adelaide'.split(' '),
)
