/** Nouns and noun phrases that name events; see event-kinds.ts. Own list. */
import type { TriggerGroup } from './event-kinds.ts'

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim())

/** Nouns and noun phrases in the singular: the last word is inflected. */
export const EVENT_NOUNS: readonly TriggerGroup[] = [
  {
    kind: 'airstrike',
    needs: 'nothing',
    phrases: list(
      'air strike|airstrike|air-strike|air raid|air-raid|air attack|air assault|aerial attack|aerial bombardment|aerial bombing|aerial strike|air bombardment|drone strike|drone attack|drone raid|barrel bomb|barrel bombing|barrel bomb attack|bombing raid|air campaign|bombing campaign|sortie|helicopter attack|drone assault|airborne attack|strafing',
    ),
  },
  {
    kind: 'shelling',
    needs: 'nothing',
    phrases: list(
      'shelling|artillery fire|artillery strike|artillery attack|artillery shelling|artillery barrage|rocket attack|rocket fire|rocket strike|rocket barrage|missile attack|missile strike|missile fire|missile barrage|mortar attack|mortar fire|mortar shelling|shell fire|shellfire|tank fire|cannonade|cross-border fire|heavy firepower|salvo|double-tap|double tap|double-tapping|double-tap attack|double-tap strike|volley of rockets|barrage of rockets|barrage of missiles',
    ),
  },
  { kind: 'bombardment', needs: 'nothing', phrases: list('bombardment|barrage|pounding') },
  {
    kind: 'suicide',
    needs: 'nothing',
    phrases: list(
      'suicide bomb|suicide bomber|suicide bombing|suicide attack|suicide attacker|suicide car bomb|suicide car bombing|suicide car bomb attack|suicide bomb attack|suicide blast|suicide truck bomb|suicide truck bombing|suicide vest|suicide mission|martyrdom operation',
    ),
  },
  {
    kind: 'explosive',
    needs: 'nothing',
    phrases: list(
      'car bomb|car bombing|truck bomb|truck bombing|car bomb attack|roadside bomb|roadside bombing|land mine|landmine|land mine explosion|landmine explosion|landmine blast|mine blast|mine explosion|improvised explosive device|ied|booby trap|dynamite attack|explosive attack|bomb blast|bomb explosion|bomb attack|parcel bomb|letter bomb|time bomb|dynamite charge|explosive charge|explosive device|explosives attack|naval mine|sea mine',
    ),
  },
  { kind: 'grenade', needs: 'nothing', phrases: list('grenade attack|hand grenade|grenade blast|grenade explosion') },
  {
    kind: 'chemical',
    needs: 'nothing',
    phrases: list(
      'chemical attack|gas attack|poison gas attack|chemical weapon attack|chemical weapons attack|chemical strike|sarin attack|chlorine attack|chlorine gas attack|nerve agent attack|poison attack|use of chemical weapon|use of poison gas|use of sarin|use of toxic gas|chemical weapon use|chemical weapons use|toxic gas attack|nerve gas attack',
    ),
  },
  {
    kind: 'clash',
    needs: 'nothing',
    phrases: list(
      'clash|skirmish|firefight|gunfight|gun battle|gunbattle|shootout|shoot-out|street fight|street fighting|street battle|armed confrontation|exchange of fire|exchange of gunfire|crossfire|counteroffensive|counter-offensive|counterattack|counter-attack|ground offensive|ground operation|ground assault|military offensive|military operation|military action|military campaign|offensive operation|special operation|combat operation|close combat|hand-to-hand combat|infighting|counterinsurgency operation|incursion|cross-border operation|cross-border raid|assault operation',
    ),
  },
  {
    kind: 'clash',
    needs: 'conflict',
    phrases: list('fighting|fight|battle|offensive|confrontation|firing|gunfire|onslaught|assault'),
  },
  {
    kind: 'attack',
    needs: 'conflict',
    phrases: list(
      'attack|ambush|raid|act of terrorism|terrorist act|act of sabotage|sabotage|shooting attack|shooting|mass shooting|shooting spree|shooting rampage|assassination attempt',
    ),
  },
  {
    kind: 'attack',
    needs: 'nothing',
    phrases: list('attempt on ~ life|attempt ~ on ~ life|attempt against ~ life|attempt ~ against ~ life'),
  },
  { kind: 'clash', needs: 'forces', phrases: list('operation|push') },
  { kind: 'killing', needs: 'forces', phrases: list('death of') },
  { kind: 'strike', needs: 'conflict', phrases: list('strike|airdrop of bombs') },
  {
    kind: 'bombing',
    needs: 'nothing',
    phrases: list('bombing|firebombing|fire bombing|twin bombing|double bombing|bomb outrage'),
  },
  { kind: 'blast', needs: 'conflict', phrases: list('explosion|blast|detonation|fireball') },
  { kind: 'killing', needs: 'conflict', phrases: list('killing|slaying') },
  {
    kind: 'murder',
    needs: 'nothing',
    phrases: list(
      'massacre|assassination|beheading|decapitation|mass killing|extrajudicial killing|extrajudicial execution|summary execution|mass execution|drive-by shooting|murder|slaughter|war crime|crime against humanity|crimes against humanity|atrocity|torture|genocide|ethnic cleansing',
    ),
  },
  { kind: 'murder', needs: 'conflict', phrases: list('execution|stabbing|knife attack') },
  {
    kind: 'sexual',
    needs: 'nothing',
    phrases: list('rape|gang rape|sexual violence|sexual assault|sexual slavery|sexual abuse'),
  },
  {
    kind: 'abduction',
    needs: 'nothing',
    phrases: list(
      'abduction|kidnapping|enforced disappearance|forced disappearance|hostage-taking|hostage taking|forced recruitment|forced conscription|kidnap|hijacking',
    ),
  },
  { kind: 'arrest', needs: 'conflict', phrases: list('arrest|mass arrest|detention|arbitrary detention') },
  { kind: 'looting', needs: 'nothing', phrases: list('looting|pillaging|arson|arson attack|ransacking|plundering') },
  { kind: 'destruction', needs: 'sentence', phrases: list('destruction|demolition') },
  {
    kind: 'seizure',
    needs: 'territory',
    phrases: list('capture|recapture|seizure|takeover|liberation|fall|annexation|occupation|conquest|overrunning'),
  },
  { kind: 'advance', needs: 'party', phrases: list('advance|territorial gain|gain') },
  { kind: 'siege', needs: 'nothing', phrases: list('siege|seige|encirclement|blockade') },
  {
    kind: 'interception',
    needs: 'nothing',
    phrases: list('interception|weapons seizure|arms seizure|demining operation|bomb disposal'),
  },
  {
    kind: 'agreement',
    needs: 'conflict',
    phrases: list(
      'ceasefire|cease-fire|truce|armistice|peace deal|peace agreement|peace accord|evacuation deal|evacuation agreement|ceasefire agreement|ceasefire deal|disarmament deal|surrender agreement|withdrawal agreement|cessation of hostilities|humanitarian corridor agreement|grain deal',
    ),
  },
  { kind: 'agreement', needs: 'sentence', phrases: list('deal|accord|peace pact') },
  {
    kind: 'exchange',
    needs: 'nothing',
    phrases: list(
      'prisoner exchange|prisoner swap|exchange of prisoners|hostage release|swap of prisoners|body swap|exchange of bodies',
    ),
  },
  {
    kind: 'protest',
    needs: 'conflict',
    phrases: list('protest|demonstration|protest march|anti-government protest|street protest|sit-in'),
  },
  { kind: 'riot', needs: 'nothing', phrases: list('riot|rioting|violent protest|violent demonstration') },
  { kind: 'mob', needs: 'nothing', phrases: list('mob attack|mob violence|lynching|pogrom') },
  {
    kind: 'crackdown',
    needs: 'conflict',
    phrases: list('crackdown on ~ protesters|crackdown|crackdown on ~ protests'),
  },
  {
    kind: 'deployment',
    needs: 'forces',
    phrases: list(
      'deployment|troop buildup|troop build-up|redeployment|mobilization|mobilisation|arrival of ~ fighters|arrival of ~ troops|arrival of ~ forces|arrival of ~ force|arrival of ~ soldiers|arrival of ~ reinforcements|arrival of ~ peshmerga|arrival of ~ militiamen',
    ),
  },
  {
    kind: 'displacement',
    needs: 'nothing',
    phrases: list('deportation|forced deportation|forcible transfer'),
  },
  {
    kind: 'burial',
    needs: 'nothing',
    phrases: list(
      'mass grave|mass burial|exhumation|mass cremation|collective grave|mobile cremation|mobile crematorium|mobile crematoria|mobile incinerator|burning of bodies|cremation of bodies|burial pit',
    ),
  },
]
