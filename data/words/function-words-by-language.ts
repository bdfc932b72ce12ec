/**
 * The commonest function words of each language, lower case: what any text of the language is full of, whatever its names.
 *
 * Own lists, from general knowledge of the languages; languages that write in a script of their own are told by the script.
 */
const LISTS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for on was with as it by at from has have had were be been are this which his her he she they their its said not but who after will would an or also more than about when into out over there what we you all one if up no other some can could during against between before under while where because',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr wir ich',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij door uit naar maar nog worden werd wordt heeft hebben deze over dit hij ze zij was wat meer geen kan onder tegen tot omdat jaar hun',
  af: 'die van en in is dat het te nie om met vir op hy sy wat aan deur was ook as by hulle sal kan nog oor daar toe ʼn gesê word uit maar meer',
  da: 'og i at det er en til af på for den der de med som ikke har et han var om fra sig men vi kan blev også efter være skal jeg ved nu eller da mod over så hun havde bliver efter siger mellem af',
  no: 'og i det på som er en til av for at med har de den ikke han var om fra et seg men vi ble også etter være skal jeg ved nå eller mot over så hun hadde blir sier mellom bli opp ut',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu ska hade blev vid mot över ut än mellan hon säger där',
  is: 'og að í á er sem til við það um en ekki með hann var af fyrir frá þá þess hafa því eru verið voru sé þegar hefur eftir sig hún verður',
  fi: 'ja on ei oli että se hän ovat mutta myös kun mukaan sekä joka tai jos kuin vain ole hänen sen nyt jo niin olisi olivat kuitenkin jälkeen vuonna voi',
  et: 'ja on ei see et oli ta kui ka aga mis oma või siis nii ning selle kes pärast tema veel vaid seda nagu olid',
  hu: 'a az és hogy nem is egy ez meg volt csak már de ha még mint azt vagy el szerint után lehet ki be azonban pedig minden voltak amely aki',
  fr: 'de la le et les des en un une du que est dans pour qui par au il plus sur ne pas ce se avec sont son aux ont mais comme ou cette été leur elle nous à a sa ses on être fait même entre selon après dont contre',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha o este sí porque esta entre cuando muy sin sobre también fue hasta desde nos durante según todos son está han tras dijo',
  ca: 'de la i el que a en els les un una per amb no és del al se com més ha dels va ser aquest aquesta són però seva han també o ja sobre entre segons on quan fins',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também só pelo pela até isso ela entre depois sem mesmo aos seus foi são está tem disse segundo ser',
  it: 'di e il la che in un a per è una del i non le con si da al della sono dei come ha nel più anche alla ma dal gli lo delle o ed su questo essere stato ai hanno era nella dalla tra dopo ci cui degli secondo contro',
  ro: 'de și în a la cu pe care nu că din o un este pentru mai sau fi au sunt dar au fost prin după până ca se ai lui sa această acest cele când între doar către',
  pl: 'w i na z do się nie że to o jest za od po jak a przez są był dla co przy było ale tym ich jego także być już może który które która tylko oraz roku jednak była przed między podczas czy',
  cs: 'a v se na je že s z do o i to ve jako za by ale si po který podle jsou od které jeho byl která už bude jen při k aby nebo také není ze pro bylo tak být však pak před jsem má která',
  sk: 'a v sa na je že s z do o to vo ako za by ale si po ktorý podľa sú od ktoré jeho bol ktorá už bude len pri k aby alebo tiež nie zo pre bolo tak byť však pred som má aj',
  sl: 'je in v na se za da so ki z tudi pa ne po s bi kot o iz ali pri od do bil bilo še bila ter ni kjer pred več med njegov',
  hr: 'je i u na se da su za od s o ne a koji iz će kao što to bi do po sa ali nije bio te ili koja samo koje više nakon kako bilo kod još ima zbog prema protiv',
  sq: 'të e në dhe për një me që nga është i se ka u nuk si më kjo do ai janë ishte kanë por tek ky duke pas këtë',
  lt: 'ir į yra kad su iš tai ne bet buvo kaip jis dėl o už jo po apie nuo taip ar jau tik kurie prie metų dar bus jų pat',
  lv: 'un ir ka no ar uz par arī kas bet ne vai pēc lai nav to kā tika pie gada viņš jau bija līdz ko pret tiek',
  tr: 've bir bu için de da ile olarak olan çok daha gibi en kadar sonra ne ise var ancak olduğunu dedi tarafından o ya diye değil her göre ki olduğu şekilde ilgili eden yeni',
  az: 'və bir bu üçün ilə olan da də çox ki daha kimi sonra görə olub edib deyib isə bildirib tərəfindən olaraq',
  id: 'yang dan di untuk dengan pada dari ini dalam itu tidak akan adalah ke oleh juga sebagai tersebut telah kata bisa karena saat kepada mereka ada atau lebih menjadi para sudah secara saya dapat kami serta bagi bahwa hingga pihak sejumlah agar namun lalu usai',
  ms: 'yang dan di untuk dengan pada dari ini dalam itu tidak akan adalah ke oleh juga sebagai tersebut telah kata kerana ketika kepada mereka ada atau lebih menjadi beliau serta bagi turut berkata boleh ialah',
  tl: 'ng sa ang na mga at ay si ni para nang hindi kay may ito siya isang ayon din mula dahil ko nila kung lang pa rin',
  sw: 'na ya wa kwa ni katika za la kuwa hiyo huo hilo cha hayo huyo wakati baada pia hii kama ambayo ambao lakini mwaka watu alisema amesema yake',
  vi: 'và của là có trong được cho với các không người đã này những để một khi về từ đến ông ra sau vào theo tại cũng như đó bị sẽ',
  so: 'iyo ee oo ka ku u in ayaa waa uu ay la soo ugu si kale kala isagoo waxaa inuu kaas',
  ha: 'da a na ta ya ne kuma ba wani wannan cewa daga ga ce shi sun suka an don su kan bayan',
  yo: 'ti ni ń àwọn sì wọn kan fún náà bí pé ṣe kò',
  zu: 'ukuthi futhi kodwa noma uma nje kanti ngoba kanye lokhu yena lapho kakhulu kube njengoba abantu kusho esho ngesikhathi',
  xh: 'ukuba kwaye okanye kodwa xa nje kuba kunye oku yena apho kakhulu njengoko abantu utsho esithi ngexesha ukuze malunga kufuneka phambi',
  ht: 'nan yo ki ak pou li te pa yon se sou ap la men tout fè moun',
  eo: 'la de kaj en ke estas al por ne kun ĝi oni estis pri el ili sed',
  ru: 'и в не на что с по о как это из за его к от он для но все у был до же также были после том так было или при она они ее только года их время который которые может будет где',
  uk: 'і в не на що з та у до за про як це від його для але по також був які після було або під він із й вона вони тільки року час який може буде щоб є',
  be: 'і ў не на што з да у па за як гэта ад яго для але таксама быў якія пасля было або пад ён са яна яны толькі года час які',
  bg: 'на и да в се за от е не с са че по като това ще но си при който която които след или бе до има беше той още този само също',
  sr: 'је и у на се да су за од са о не а који из ће као што то би до по али није био те или која само које више након како било код још има због према',
  mk: 'на и да во се за од е не со дека ќе по како што но си при кој која кои или до има беше тој ова само исто',
  kk: 'және бұл мен үшін деп бар ол да де еді болып бойынша кейін туралы екен болды қазақстан',
  ar: 'في من على أن إلى عن التي الذي مع هذا هذه كما قد ما لا بعد ذلك كان بين كل أو لم إن قال وقال عند خلال',
  fa: 'و در به از که این را با است برای آن یک خود تا بر کرد شد هم ما بود اما نیز گفت می شود های کرده شده',
  ur: 'کے میں کی ہے سے اور کا کو نے پر کہ ہیں یہ بھی اس تھا کہا گیا ایک نہیں کر وہ تھے لیے ان کیا',
  ps: 'د په چې او ته له کې سره يې دي دا کړی شوي وي ده نه هم خو کوي',
  ckb: 'لە و بۆ بە کە ئەو ئەم لەگەڵ بۆی دەکات هەروەها بوو',
}

/** The languages in which a word is a function word. */
export const FUNCTION_WORD_LANGUAGES: ReadonlyMap<string, readonly string[]> = invert()

function invert(): Map<string, string[]> {
  const languages = new Map<string, string[]>()
  for (const [language, words] of Object.entries(LISTS)) {
    for (const word of new Set(words.split(' '))) {
      const known = languages.get(word)
      if (known === undefined) languages.set(word, [language])
      else known.push(language)
    }
  }
  return languages
}
