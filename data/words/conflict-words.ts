/**
 * Word beginnings by which a sentence is about a conflict. Lower case. Own lists.
 */

/** Any word that begins so (or, with `=`, is so) makes what somebody says a statement about the conflict. */
export const CONFLICT_STEMS: readonly string[] =
  `war=|wars=|wartime|warfare|warplane|warhead|invasion|invad|attack|assault|offensive|troops|army|armies|armed|military|militia|militant|forces|
  weapon|missile|rocket|drone|tanks|shell|airstrike|strikes|bomb|barrage|blast|explos|kill|wound|injur|dead=|death|die=|dies=|died=|dying=|casualt|
  civilian|rebel|insurg|jihad|terror|extremis|separatis|guerrilla|fighter|soldier|gunm|ceasefire|cease-fire|truce|siege|besieg|blockade|
  occup|aggress|sanction|genocid|massacre|atrocit|peace|evacuat|hostage|prisoner|refugee|displace|defend|defence|defense|deterr|frontlin|
  enemy|enemies|regime|ammunition|munition|nuclear|chemical|toxic|gas=|retaliat|reveng|humanitarian|convoy|corridor|annex|liberat|
  captur|destroy|destruct|fight|fought|battle|combat|conflict|violen|hostil|sniper|artillery|mortar|landmine|mines=|warship|navy|airbase|
  airspace|mobilis|mobiliz|conscript|surrender|retreat|withdraw|advance|territor|border|escalat|coup|unrest|crackdown|
  repress|tortur|rape|abduct|kidnap|detain|execut|behead|famine|starv|aid=|arms=|arming|deploy|base|bases=|counteroffensive|
  resist|ally=|allies|alliance|nato|victory|defeat|threat|security|crime|victim|survivor|rescue|looting|looted|raid|clash|ambush|spy=|
  intelligence|sovereign|independence|negotiat|talks=|ultimatum`
    .split('|')
    .map((stem) => stem.trim())

/** Words by which what is said blames somebody. */
export const BLAME_STEMS: readonly string[] =
  `war crime|crime|genocid|massacre|atrocit|illegal|unlawful|aggress|barbar|terrorism|unconscionab|cruel|inhuman|immoral|violat|murder|
  deliberate|indiscriminate|target civilians|disgrace|disgust|unprovoked|unjustif|brutal|savage|criminal|fascis|nazi|lies|lying|false|provocat|
  responsible for|to blame|behind the|sabotag|ethnic cleansing|collective punishment`
    .split('|')
    .map((stem) => stem.trim())
