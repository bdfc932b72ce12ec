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

/** Words (regular expressions for their beginnings) by which what is said blames somebody. */
export const BLAME_STEMS: readonly string[] =
  `war crime|crimes? against|criminal|genocid|massacre|atrocit|illegal|unlawful|aggress|barbar|terrorism|terroris[ei]|unconscionab|cruel|inhuman|
  immoral|violat(?:ed|es|ing)|murder|deliberate(?:ly)? (?:target|attack|shell|bomb|hit|hitting|str|kill|destroy|starv|and|act|fir|crime|murder)|
  indiscriminate|target(?:s|ed|ing)? (?:civilian|hospital|school|ambulance|medic|rescue|journalist|residential|aid)|disgrace|disgust|unprovoked|
  unjustif|brutal|savage|fascis|neo-nazi|lies\\b|lying (?:to|about)|false(?:ly|hood)|fabricat|provocat|responsible for|to blame|behind the|sabotag|
  ethnic cleansing|collective punishment|occupiers|invaders|mercenar|cannon fodder|human shields?|double[- ]tap|scorched earth|tactics? of|
  revenge|prolong|blackmail|hostages?\\b|torture[ds]?\\b|raped\\b|looted|starving|besieging|bombarding|forced to (?:relocate|flee|leave)|
  kidnapp|weaponi[sz]|in cold blood|escalat(?:ing|ed) the|breach(?:ed|es|ing)? (?:of|the)|
  violating|broke the (?:truce|ceasefire)|reckless|cowardly|heinous|despicable|complicit|cover up`
    .split('|')
    .map((stem) => stem.trim())
