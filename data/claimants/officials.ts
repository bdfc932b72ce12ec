/**
 * People who speak for a body, by public knowledge of who held which office when: names | state:body or organisation | from | until.
 * Heads of state and government, ministers and spokespeople that war reporting quotes without their office. A name of one
 * word stands only where it is theirs alone. Own list; dates are days of taking and leaving office, empty while in office.
 */
const ROWS = `
Volodymyr Zelensky,Volodymyr Zelenskyy,Volodymyr Zelenskiy,Zelensky,Zelenskyy,Zelenskiy|UA:presidency|2019-05-20|
Petro Poroshenko,Poroshenko|UA:presidency|2014-06-07|2019-05-20
Vladimir Putin,Putin|RU:presidency|2012-05-07|
Dmitry Peskov,Dmitri Peskov,Peskov|RU:presidency|2012-05-22|
Sergei Lavrov,Sergey Lavrov,Lavrov|RU:foreign-ministry|2004-03-09|
Maria Zakharova,Zakharova|RU:foreign-ministry|2015-08-10|
Sergei Shoigu,Sergey Shoigu,Shoigu|RU:defence-ministry|2012-11-06|2024-05-12
Igor Konashenkov,Konashenkov|RU:defence-ministry|2011-01-01|
Dmytro Kuleba,Kuleba|UA:foreign-ministry|2020-03-04|2024-09-05
Oleksii Reznikov,Oleksiy Reznikov|UA:defence-ministry|2021-11-04|2023-09-05
Mykhailo Podolyak,Mykhaylo Podolyak,Podolyak|UA:presidency|2020-04-01|
Andriy Yermak,Yermak|UA:presidency|2020-02-11|2025-11-28
Kyrylo Tymoshenko|UA:presidency|2019-05-24|2023-01-24
Oleksiy Arestovych,Arestovych|UA:presidency|2020-12-01|2023-01-17
Yuriy Ihnat,Yurii Ihnat|UA:air-force|2022-01-01|
Joe Biden,Biden|US:presidency|2021-01-20|2025-01-20
Barack Obama,Obama|US:presidency|2009-01-20|2017-01-20
Donald Trump|US:presidency|2017-01-20|2021-01-20
Donald Trump|US:presidency|2025-01-20|
George W. Bush|US:presidency|2001-01-20|2009-01-20
Antony Blinken,Blinken|US:foreign-ministry|2021-01-26|2025-01-20
John Kerry|US:foreign-ministry|2013-02-01|2017-01-20
Lloyd Austin|US:defence-ministry|2021-01-22|2025-01-20
Pat Ryder|US:defence-ministry|2022-08-19|2025-01-20
John Kirby|US:presidency|2022-05-26|2025-01-20
Benjamin Netanyahu,Binyamin Netanyahu,Netanyahu|IL:prime-minister|2009-03-31|2021-06-13
Benjamin Netanyahu,Binyamin Netanyahu,Netanyahu|IL:prime-minister|2022-12-29|
Yoav Gallant,Gallant|IL:defence-ministry|2022-12-29|2024-11-05
Daniel Hagari,Hagari|IL:army|2023-03-31|2025-03-01
Avichay Adraee|IL:army|2005-01-01|
Mahmoud Abbas|PS:presidency|2005-01-15|
Ashraf al-Qudra,Ashraf al-Qidra|Gaza Health Ministry|2007-01-01|
Ismail Haniyeh|Hamas|2006-01-01|2024-07-31
Mahmoud Basal,Mahmud Bassal|Gaza Civil Defence|2021-01-01|
Bashar al-Assad,Bashar Assad,Assad|SY:presidency|2000-07-17|2024-12-08
Walid al-Moualem,Walid Muallem|SY:foreign-ministry|2006-02-11|2020-11-16
Rami Abdel Rahman,Rami Abdul Rahman,Rami Abdulrahman,Rami Abdurrahman,Rami Abdel-Rahman,Abdel Rahman|Syrian Observatory for Human Rights|2006-05-01|
Raed al-Saleh,Raed Saleh|White Helmets|2013-01-01|2025-03-29
Recep Tayyip Erdogan,Tayyip Erdogan,Erdogan|TR:presidency|2014-08-28|
Abdel Fattah al-Burhan,Abdel-Fattah al-Burhan,Burhan|SD:army|2019-04-12|
Mohamed Hamdan Dagalo,Mohammed Hamdan Dagalo,Hemedti|Rapid Support Forces|2013-01-01|
Abiy Ahmed|ET:prime-minister|2018-04-02|
Getnet Adane|ET:army|2020-01-01|
Getachew Reda|TPLF|2018-01-01|2023-03-23
Zabihullah Mujahid,Zabiullah Mujahid|Taliban|2007-01-01|
Suhail Shaheen|Taliban|2013-01-01|
Yahya Saree,Yahya Sarea|Houthis|2018-01-01|
Abdul-Malik al-Houthi,Abdulmalik al-Houthi|Houthis|2004-09-01|
Ahmed al-Asiri,Ahmed Asseri,Ahmed al-Assiri|Saudi-led coalition|2015-03-26|2017-07-27
Turki al-Maliki,Turki al-Malki|Saudi-led coalition|2017-07-27|
Muhammadu Buhari,Buhari|NG:presidency|2015-05-29|2023-05-29
Goodluck Jonathan|NG:presidency|2010-05-06|2015-05-29
Nouri al-Maliki|IQ:prime-minister|2006-05-20|2014-09-08
Haider al-Abadi|IQ:prime-minister|2014-09-08|2018-10-25
Ashraf Ghani|AF:presidency|2014-09-29|2021-08-15
Hamid Karzai,Karzai|AF:presidency|2001-12-22|2014-09-29
Ilham Aliyev,Aliyev|AZ:presidency|2003-10-31|
Nikol Pashinyan,Pashinyan|AM:prime-minister|2018-05-08|
Emmanuel Macron,Macron|FR:presidency|2017-05-14|
Boris Johnson|GB:prime-minister|2019-07-24|2022-09-06
David Cameron|GB:prime-minister|2010-05-11|2016-07-13
Antonio Guterres,Guterres|United Nations|2017-01-01|
Ban Ki-moon|United Nations|2007-01-01|2016-12-31
Stephane Dujarric,Dujarric|United Nations|2014-02-01|
Martin Griffiths|OCHA|2021-07-19|2024-06-30
Stephen O'Brien|OCHA|2015-05-01|2017-08-31
Valerie Amos|OCHA|2010-09-01|2015-05-01
Tom Fletcher|OCHA|2024-11-18|
Michelle Bachelet,Bachelet|UN human rights office|2018-09-01|2022-08-31
Volker Turk,Volker Tuerk|UN human rights office|2022-10-17|
Ravina Shamdasani|UN human rights office|2010-01-01|
Filippo Grandi|UNHCR|2016-01-01|
Tedros Adhanom Ghebreyesus,Tedros|WHO|2017-07-01|
Philippe Lazzarini|UNRWA|2020-03-18|
Jens Stoltenberg,Stoltenberg|NATO|2014-10-01|2024-10-01
Yevgeny Prigozhin,Prigozhin|Wagner Group|2014-05-01|2023-08-23
Denis Pushilin|Donetsk People's Republic|2018-09-07|
Eduard Basurin|Donetsk People's Republic|2015-01-01|
Leonid Pasechnik|Luhansk People's Republic|2017-11-24|
`
export interface OfficialEntry {
  readonly names: readonly string[]
  /** "UA:presidency" for an organ of a state, else the registry's name of an organisation. */
  readonly body: string
  readonly since: string
  /** Null while in office. */
  readonly until: string | null
}

export const OFFICIALS: readonly OfficialEntry[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [names = '', body = '', since = '', until = ''] = row.split('|')
    return { names: names.split(','), body, since, until: until === '' ? null : until }
  })
