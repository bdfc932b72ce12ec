/*
 * Words for weapons by kind, singular and lower case: what hit people, told apart as far as two accounts of one incident
 * agree on it. Own list after ACLED's sub-events (codebook, "Incident").
 */

const KINDS: Readonly<Record<string, string>> = {
  aircraft: 'airstrike aircraft warplane jet fighter bomber helicopter drone uav airplane plane aerial',
  barrel: 'barrel',
  artillery: 'artillery shell shelling shelled mortar howitzer tank',
  rocket: 'rocket missile grad katyusha projectile',
  bomb: 'bomb bombing explosive explosion blast ied detonated mine landmine',
  vehicle: 'vbied truck lorry',
  suicide: 'suicide vest belt',
  chemical: 'chemical gas sarin chlorine nerve toxic mustard poison poisonous',
  cluster: 'cluster phosphorus thermite napalm incendiary',
  gun: 'gun gunshot gunman gunmen gunfire shot shooting shooter rifle pistol handgun firearm shotgun revolver sniper bullet',
  pellet: 'bb pellet airsoft',
  blade: 'knife stabbed stabbing machete axe beheaded sword',
  grenade: 'grenade',
  fire: 'arson burned blaze',
}

/** Kinds of weapon by word. */
export const WEAPON_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, [kind]] as const)),
)
