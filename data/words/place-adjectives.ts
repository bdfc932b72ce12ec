/**
 * Adjectives and names of peoples, singular, to the place they belong to ("Ukrainian" -> "ukraine"), both folded. They
 * never say where something happened: "a Russian missile" is not in Russia. Own list.
 */
export const PLACE_ADJECTIVES: ReadonlyMap<string, string> = new Map(
  `afghan=afghanistan albanian=albania algerian=algeria american=united-states angolan=angola argentine=argentina
  argentinian=argentina armenian=armenia australian=australia aussie=australia austrian=austria azerbaijani=azerbaijan
  azeri=azerbaijan bahamian=bahamas bahraini=bahrain bangladeshi=bangladesh barbadian=barbados belarusian=belarus
  belarussian=belarus belgian=belgium belizean=belize beninese=benin bolivian=bolivia bosnian=bosnia botswanan=botswana
  brazilian=brazil british=united-kingdom briton=united-kingdom bruneian=brunei bulgarian=bulgaria burkinabe=burkina-faso
  burmese=myanmar burundian=burundi cambodian=cambodia cameroonian=cameroon canadian=canada chadian=chad chilean=chile
  chinese=china colombian=colombia congolese=congo croat=croatia croatian=croatia cuban=cuba cypriot=cyprus
  czech=czech-republic dane=denmark danish=denmark djiboutian=djibouti dutch=netherlands ecuadorean=ecuador
  ecuadorian=ecuador egyptian=egypt emirati=united-arab-emirates english=england eritrean=eritrea estonian=estonia
  ethiopian=ethiopia fijian=fiji filipino=philippines philippine=philippines finn=finland finnish=finland french=france
  frenchman=france gabonese=gabon gambian=gambia georgian=georgia german=germany ghanaian=ghana greek=greece
  grenadian=grenada guatemalan=guatemala guinean=guinea guyanese=guyana haitian=haiti honduran=honduras
  hungarian=hungary icelandic=iceland indian=india indonesian=indonesia iranian=iran iraqi=iraq irish=ireland
  irishman=ireland israeli=israel italian=italy ivorian=ivory-coast jamaican=jamaica japanese=japan jordanian=jordan
  kazakh=kazakhstan kenyan=kenya korean=korea kosovan=kosovo kosovar=kosovo kuwaiti=kuwait kyrgyz=kyrgyzstan lao=laos
  laotian=laos latvian=latvia lebanese=lebanon liberian=liberia libyan=libya lithuanian=lithuania
  luxembourgish=luxembourg macedonian=macedonia malagasy=madagascar malawian=malawi malaysian=malaysia malian=mali
  maltese=malta mauritanian=mauritania mauritian=mauritius mexican=mexico moldovan=moldova mongolian=mongolia
  montenegrin=montenegro moroccan=morocco mozambican=mozambique namibian=namibia nepalese=nepal nepali=nepal
  nicaraguan=nicaragua nigerian=nigeria nigerien=niger norwegian=norway omani=oman pakistani=pakistan
  palestinian=palestine panamanian=panama paraguayan=paraguay peruvian=peru pole=poland polish=poland
  portuguese=portugal qatari=qatar romanian=romania russian=russia rwandan=rwanda salvadoran=el-salvador
  salvadorean=el-salvador salvadorian=el-salvador saudi=saudi-arabia scot=scotland scottish=scotland senegalese=senegal
  serb=serbia serbian=serbia seychellois=seychelles singaporean=singapore slovak=slovakia slovakian=slovakia
  slovene=slovenia slovenian=slovenia somali=somalia somalian=somalia spaniard=spain spanish=spain sudanese=sudan
  surinamese=suriname swazi=eswatini swede=sweden swedish=sweden swiss=switzerland syrian=syria taiwanese=taiwan
  tajik=tajikistan tanzanian=tanzania thai=thailand tibetan=tibet togolese=togo trinidadian=trinidad-and-tobago
  tunisian=tunisia turk=turkey turkish=turkey turkmen=turkmenistan ugandan=uganda ukrainian=ukraine uruguayan=uruguay
  uzbek=uzbekistan venezuelan=venezuela vietnamese=vietnam welsh=wales yemeni=yemen zambian=zambia zimbabwean=zimbabwe
  african=africa asian=asia european=europe chechen=chechnya crimean=crimea darfuri=darfur gazan=gaza tigrayan=tigray
  catalan=catalonia siberian=siberia abkhaz=abkhazia abkhazian=abkhazia kashmiri=kashmir sicilian=sicily
  bavarian=bavaria soviet=soviet-union yugoslav=yugoslavia arctic=arctic balkan=balkans levantine=levant
  londoner=london parisian=paris muscovite=moscow texan=texas californian=california hawaiian=hawaii alaskan=alaska
  floridian=florida australasian=oceania caribbean=caribbean britons=united-kingdom scots=scotland poles=poland danes=denmark
  spaniards=spain turks=turkey serbs=serbia croats=croatia swedes=sweden finns=finland`
    .split(/\s+/u)
    .map((pair): [string, string] => {
      const [adjective = '', place = ''] = pair.split('=')
      return [adjective, place.replaceAll('-', ' ')]
    }),
)
