/**
 * Month names as they stand in the dates of news pages, lower case without the full stop, to the month's number.
 *
 * Own list: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Norwegian, Danish, Turkish,
 * Indonesian, Ukrainian and Russian, in the case that dates use.
 */
const BY_MONTH: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia ledna ocak januari січня января',
  'february feb februar feber février févr fevrier febrero febbraio fevereiro fev februari lutego února şubat februari лютого февраля',
  'march mar märz mrz mars marzo março marco maart mrt marca března mart maret березня марта',
  'april apr avril abril abr aprile kwietnia dubna nisan квітня апреля',
  'may mai mayo maggio mag maio mei maja května maj mayıs травня мая',
  'june jun juni juin junio giugno giu junho czerwca června haziran червня июня',
  'july jul juli juillet juil julio luglio lug julho lipca července temmuz липня июля',
  'august aug août aout agosto ago augustus sierpnia srpna augusti ağustos agustus серпня августа',
  'september sept sep septembre septiembre settembre set setembro września září eylül вересня сентября',
  'october oct oktober okt octobre octubre ottobre ott outubro out października října ekim жовтня октября',
  'november nov novembre noviembre novembro listopada listopadu kasım листопада ноября',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia prosince aralık desember grudzień грудня декабря',
]

export const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  BY_MONTH.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
)
