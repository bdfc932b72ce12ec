/** Verbs and verb phrases that name events; see event-kinds.ts. Own list. */
import type { TriggerGroup } from './event-kinds.ts'

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim())

/** Verbs in their base form: the first word of a phrase is inflected. */
export const EVENT_VERBS: readonly TriggerGroup[] = [
  {
    kind: 'shelling',
    needs: 'nothing',
    phrases: list('shell|mortar|come under ~ shelling|rain ~ rockets|rain ~ shells'),
  },
  { kind: 'shelling', needs: 'weapon', phrases: list('fire|launch|lob|fall|land|slam|rain|plough|plow|crash') },
  { kind: 'bombardment', needs: 'nothing', phrases: list('bombard|come under ~ bombardment|come under ~ fire') },
  { kind: 'bombardment', needs: 'conflict', phrases: list('pound|pummel|hammer') },
  {
    kind: 'airstrike',
    needs: 'nothing',
    phrases: list('strafe|carpet bomb|drop ~ bomb|drop ~ bombs|drop ~ barrel bombs'),
  },
  { kind: 'bombing', needs: 'nothing', phrases: list('bomb|firebomb|fire-bomb|petrol bomb|dynamite') },
  {
    kind: 'suicide',
    needs: 'nothing',
    phrases: list('blow himself up|blow herself up|blow themselves up|blow itself up|blow ~ selves up'),
  },
  {
    kind: 'explosive',
    needs: 'conflict',
    phrases: list(
      'lay ~ mines|plant ~ mines|lay ~ landmines|plant ~ bomb|plant ~ bombs|plant ~ explosives|place ~ bomb|hurl ~ bomb|throw ~ bomb|blow up|set off ~ bomb|set off ~ explosives|mine|booby-trap|trigger ~ bomb',
    ),
  },
  { kind: 'explosive', needs: 'weapon', phrases: list('set off|place|plant|throw|hurl|toss|activate') },
  {
    kind: 'grenade',
    needs: 'nothing',
    phrases: list(
      'throw ~ grenade|throw ~ grenades|hurl ~ grenade|hurl ~ grenades|lob ~ grenade|lob ~ grenades|toss ~ grenade',
    ),
  },
  {
    kind: 'chemical',
    needs: 'nothing',
    phrases: list(
      'gas civilians|use ~ chemical weapons|use ~ chemical weapon|use ~ poison gas|use ~ chlorine gas|use ~ sarin|use ~ nerve agent|use ~ toxic gas|expose ~ to ~ sarin|expose ~ to ~ gas|expose ~ to ~ chemical',
    ),
  },
  { kind: 'blast', needs: 'nothing', phrases: list('explode|detonate|go off') },
  {
    kind: 'attack',
    needs: 'conflict',
    phrases: list(
      'attack|assault|ambush|storm|raid|rocket|ram|open fire|opened fire on|shoot at|fire on|fire at|fire upon|turn ~ guns on|come under ~ attack|come under ~ assault|machine-gun|machinegun',
    ),
  },
  { kind: 'strike', needs: 'sentence', phrases: list('strike|hit|target') },
  {
    kind: 'killing',
    needs: 'conflict',
    phrases: list(
      'kill|slay|claim ~ lives|lose ~ lives|take ~ lives|leave ~ dead|eliminate|neutralize|neutralise|liquidate|shoot dead|shoot down dead',
    ),
  },
  { kind: 'killing', needs: 'sentence', phrases: list('die|perish') },
  { kind: 'wounding', needs: 'conflict', phrases: list('wound|injure|maim|hurt') },
  {
    kind: 'murder',
    needs: 'nothing',
    phrases: list(
      'assassinate|behead|decapitate|massacre|slaughter|lynch|gun down|machine-gun down|murder|mutilate|torture|dismember|crucify|hack ~ to death|stab ~ to death|beat ~ to death|shoot ~ to death|stone ~ to death|burn ~ alive|riddle ~ with bullets|bury ~ alive|hang ~ publicly',
    ),
  },
  {
    kind: 'murder',
    needs: 'conflict',
    phrases: list(
      'execute|shoot|stab|knife|poison|persecute|commit ~ war crimes|commit ~ war crime|commit ~ atrocities|commit ~ genocide|use ~ as human shields',
    ),
  },
  { kind: 'sexual', needs: 'nothing', phrases: list('rape|gang-rape|sexually assault|sexually abuse') },
  {
    kind: 'abduction',
    needs: 'nothing',
    phrases: list(
      'abduct|kidnap|forcibly disappear|take ~ hostage|take ~ hostages|hold ~ hostage|hold ~ hostages|hijack',
    ),
  },
  {
    kind: 'abduction',
    needs: 'conflict',
    phrases: list('disappear by force|take ~ captive|hold ~ captive|enslave|forcibly recruit|forcibly conscript'),
  },
  {
    kind: 'arrest',
    needs: 'conflict',
    phrases: list(
      'arrest|detain|round up|take ~ prisoner|take ~ into custody|imprison|jail|apprehend|take ~ to ~ captivity|take ~ into ~ captivity',
    ),
  },
  {
    kind: 'looting',
    needs: 'conflict',
    phrases: list(
      'loot|pillage|ransack|plunder|torch|burn down|set fire to|set ~~ on fire|set ~~ ablaze|set ~~ alight|vandalize|vandalise|desecrate|rob',
    ),
  },
  {
    kind: 'looting',
    needs: 'party',
    phrases: list('steal|expropriate|confiscate ~ property|strip ~ bare|cart off|carry off|make off with'),
  },
  {
    kind: 'destruction',
    needs: 'sentence',
    phrases: list(
      'bring down ~ section|bring down ~ part|bring down ~ building|bring down ~ block|bring down ~ roof|bring down ~ ceiling|bring down ~ wall|bring down ~ bridge|bring down ~ house|bring down ~ floors|destroy|demolish|raze|flatten|level|damage|wreck|obliterate|blow apart|burn|sabotage|gut|reduce ~ to rubble|knock out',
    ),
  },
  {
    kind: 'clash',
    needs: 'conflict',
    phrases: list(
      'clash|battle|skirmish|trade ~ fire|exchange ~ fire|exchange ~ gunfire|repel|repulse|fight back|fight off|beat back|push back|drive back|counterattack|counter-attack|engage ~ in combat|rout|outflank|attempt to seize|attempt to capture|attempt to retake|try to capture|try to seize|try to retake|try to recapture|try to take|attempt ~ advance|launch ~ advance|try to advance|attempt to advance|try to push|attempt to push|try to storm|attempt to storm|chase down|fend off|mop up',
    ),
  },
  {
    kind: 'clash',
    needs: 'party',
    phrases: list('fight|resist|engage|push toward|push towards|close in on|push forward|bear down on'),
  },
  {
    kind: 'seizure',
    needs: 'nothing',
    phrases: list(
      'take ~ control of|take ~ control over|take full control|seize ~ control|gain ~ control|regain ~ control|establish ~ control|wrest ~ control|wrest ~ from|secure ~ control of|assume ~ control of|return to ~ control|win ~ control|take over ~ town|gain ~ ground|gain ~ territory|seize ~ territory|clear ~ territory|take ~ territory|fall to|fall into ~ hands|fall under ~ control|have ~ control of|plant ~ flag over|hoist ~ flag over|raise ~ flag over|restore ~ control',
    ),
  },
  {
    kind: 'seizure',
    needs: 'territory',
    phrases: list(
      'seize|capture|recapture|retake|reclaim|regain|conquer|liberate|overrun|occupy|reoccupy|annex|take|take over|storm into|sweep into|push into|free|recover|clear|cleanse|hold',
    ),
  },
  {
    kind: 'seizure',
    needs: 'territory',
    phrases: list(
      'oust|expel|drive out|push out|evict|flush out|force out|drive ~ out|push ~ out|force ~ out|drive ~ from|push ~ from|oust ~ from|expel ~ from|dislodge ~ from',
    ),
  },
  { kind: 'loss', needs: 'forces', phrases: list('retreat|withdraw') },
  {
    kind: 'loss',
    needs: 'territory',
    phrases: list('lose|cede|lose control of|abandon|withdraw from|retreat from|pull out of|pull back from|flee from'),
  },
  {
    kind: 'loss',
    needs: 'nothing',
    phrases: list('lose ~ control of|lose ~ territory|lose ~ ground|cede ~ territory|cede ~ ground'),
  },
  { kind: 'handover', needs: 'territory', phrases: list('hand over|hand back|surrender') },
  {
    kind: 'advance',
    needs: 'party',
    phrases: list('advance|encroach'),
  },
  {
    kind: 'siege',
    needs: 'nothing',
    phrases: list('besiege|encircle|blockade|lay siege|cut off ~ supply|impose ~ blockade|impose ~ siege'),
  },
  { kind: 'siege', needs: 'party', phrases: list('surround|sever|isolate|block ~ road|block ~ aid|block ~ convoys') },
  {
    kind: 'interception',
    needs: 'arms',
    phrases: list(
      'intercept|shoot down|down|foil|thwart|defuse|deactivate|dismantle|jam|neutralise ~ bomb|bring down|demine|de-mine|seize ~ weapons|seize ~ arms|seize ~ explosives|seize ~ ammunition|seize ~ rifles|find ~ weapons cache|discover ~ weapons|confiscate ~ weapons|confiscate ~ arms',
    ),
  },
  {
    kind: 'agreement',
    needs: 'conflict',
    phrases: list(
      'agree on|agree to ~ ceasefire|agree to ~ truce|sign ~ agreement|sign ~ accord|broker|reach ~ agreement|reach ~ deal|lay down ~ arms|lay down ~ weapons',
    ),
  },
  {
    kind: 'exchange',
    needs: 'conflict',
    phrases: list(
      'exchange ~ prisoners|swap ~ prisoners|free ~ prisoners|release ~ hostages|release ~ hostage|free ~ hostages|exchange ~ bodies|swap ~ bodies',
    ),
  },
  { kind: 'protest', needs: 'crowd', phrases: list('protest|demonstrate|rally|take to the streets|march') },
  { kind: 'riot', needs: 'nothing', phrases: list('riot') },
  {
    kind: 'crackdown',
    needs: 'nothing',
    phrases: list(
      'fire ~ tear gas|fire on ~ protesters|fire at ~ protesters|disperse ~ protesters|disperse ~ demonstrators|disperse ~ crowd',
    ),
  },
  {
    kind: 'deployment',
    needs: 'forces',
    phrases: list(
      'deploy|redeploy|mobilize|mobilise|amass|mass|concentrate ~ forces|cross the border|cross ~ border|reinforce|regroup|head towards|head toward|rename|merge with|pledge ~ allegiance|defect',
    ),
  },
  {
    kind: 'base',
    needs: 'party',
    phrases: list(
      'set up ~ base|establish ~ base|set up ~ checkpoint|set up ~ checkpoints|set up ~ headquarters|build ~ base|establish ~ headquarters',
    ),
  },
  {
    kind: 'displacement',
    needs: 'nothing',
    phrases: list(
      'deport|forcibly transfer|forcibly deport|forcibly relocate|force to relocate|force to flee|force to leave|force ~ from ~ homes|drive ~ from ~ homes|ethnically cleanse',
    ),
  },
  { kind: 'displacement', needs: 'forces', phrases: list('forcibly displace|transport out') },
  {
    kind: 'burial',
    needs: 'nothing',
    phrases: list(
      'exhume|bury ~ in ~ mass grave|bury ~ in ~ mass graves|dump ~ bodies|burn ~ bodies|burn ~ corpses|incinerate ~ bodies|incinerate ~ corpses|cremate|dig ~ mass grave|dig ~ mass graves',
    ),
  },
]

/** Irregular forms of the verbs above: past, participle. Others follow the rules of spelling. */
export const IRREGULAR_VERBS: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map([
  ['strike', ['struck', 'struck']],
  ['steal', ['stole', 'stolen']],
  ['dig', ['dug', 'dug']],
  ['make', ['made', 'made']],
  ['hit', ['hit', 'hit']],
  ['fight', ['fought', 'fought']],
  ['shoot', ['shot', 'shot']],
  ['take', ['took', 'taken']],
  ['retake', ['retook', 'retaken']],
  ['overrun', ['overran', 'overrun']],
  ['blow', ['blew', 'blown']],
  ['fall', ['fell', 'fallen']],
  ['lose', ['lost', 'lost']],
  ['have', ['had', 'had']],
  ['drive', ['drove', 'driven']],
  ['beat', ['beat', 'beaten']],
  ['lay', ['laid', 'laid']],
  ['come', ['came', 'come']],
  ['go', ['went', 'gone']],
  ['win', ['won', 'won']],
  ['hold', ['held', 'held']],
  ['withdraw', ['withdrew', 'withdrawn']],
  ['set', ['set', 'set']],
  ['throw', ['threw', 'thrown']],
  ['slay', ['slew', 'slain']],
  ['leave', ['left', 'left']],
  ['burn', ['burned', 'burnt']],
  ['hang', ['hanged', 'hanged']],
  ['bring', ['brought', 'brought']],
  ['find', ['found', 'found']],
  ['flee', ['fled', 'fled']],
  ['hurt', ['hurt', 'hurt']],
  ['cut', ['cut', 'cut']],
  ['build', ['built', 'built']],
])

/** Verbs that double their last letter before -ed and -ing. */
export const DOUBLING_VERBS: ReadonlySet<string> = new Set([
  'machinegun',
  'machine-gun',
  'kidnap',
  'gun',
  'repel',
  'rob',
  'stab',
  'expel',
  'drop',
  'swap',
  'trap',
  'plan',
  'ram',
  'slam',
  'lob',
  'set',
  'cut',
  'hit',
  'win',
  'overrun',
  'jam',
  'gut',
  'mop',
])
