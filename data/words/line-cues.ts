/**
 * Wordings by which a line gives away that it is not the article's prose. Own collection from news pages at large.
 * Each is matched on one line; `i` throughout, so that capitals say nothing.
 */

/** A wording; one that may stand anywhere in a line names what it cannot do without, in small letters: a quick look before the slow one. */
export type LineCue = RegExp | { readonly needs: string; readonly pattern: RegExp }

/** Calls to do something on the site: follow, subscribe, download, read on; advertising marks; share widgets. */
export const PROMO_CUES: readonly LineCue[] = [
  /^advert(?:isement|ising)?\W*$/iu,
  /^(?:sponsored|paid content|promoted(?: content)?|expand|share(?: this)?(?: article| story)?|print|e?-?mail this|comments?|loading\W*|live|watch live|menu|close|subscribe|log in|sign in)\W*$/iu,
  { needs: ' continues ', pattern: /\b(?:story|article) continues (?:below|after)\b/iu },
  /^(?:please )?(?:click|tap|swipe) (?:here|to|on|below)\b/iu,
  /^(?:follow|join|find|like) (?:us|our|me|the|@)\b.{0,80}\b(?:podcasts?|twitter|facebook|telegram|whatsapp|instagram|youtube|coverage|channel|newsletter|tiktok|threads|bluesky|x|social)\b/iu,
  /^(?:listen to|subscribe to|sign up (?:to|for)|download|get)\b.{0,90}\b(?:podcasts?|newsletters?|app|alerts?|inbox|briefing|notifications?|updates|edition|e-?mails?)\b/iu,
  { needs: 'podcasts', pattern: /\bwherever you get your podcasts\b/iu },
  {
    needs: 'sign up ',
    pattern:
      /\bsign up (?:to|for) (?:our|the|your) (?:free |daily |weekly |morning )*(?:newsletter|briefing|e-?mail)/iu,
  },
  {
    needs: ' more ',
    pattern:
      /\b(?:you can )?(?:read|find|see) more (?:on|in|at|about this (?:on|in)) (?:our|the) (?:live ?blog|live page|main page|website|app|home ?page)\b/iu,
  },
  /^(?:you can find )?more information (?:can be found|is available|from\b.{0,60}\bcan be found)?\b.{0,80}\b(?:main page|home ?page|website|portal)\b/iu,
  /^(?:support|help) (?:us|our|independent) (?:journalism|work|newsroom)\b/iu,
  /^(?:have|do you have) (?:a|you got a) (?:story|tip|question)\b/iu,
  /^(?:contact|e-?mail|write to) (?:us|the (?:author|newsroom|editor)) (?:at|on|:)/iu,
  /^(?:get short url\b|slideshow \(\d+ images?\))/iu,
  /^(?:tags?|topics?|keywords?|categories|filed under)\s*:/iu,
  /^(?:all rights reserved|copyright|©|\(c\) \d{4})/iu,
  /^(?:this|the) (?:article|story|report) (?:is|was) (?:originally )?(?:published|available) (?:in|on|by) .{0,60}(?:permission|licen[cs]e)/iu,
  /^join the conversation\b/iu,
  /^(?:to read|continue reading|keep reading|read the full|see the full|view the full)\b/iu,
  /^(?:the latest|top) (?:headlines|stories|news)\W*$/iu,
]

/** Links to other stories. */
export const TEASER_CUES: readonly RegExp[] = [
  /^(?:read|see|watch|view)\s*(?:more|also|next|on|video|now|too|here)\b\s*[:|–-]?/iu,
  /^(?:also (?:read|see|on)|related(?: (?:news|stor(?:y|ies)|articles?|coverage|content|topics?|posts?|links?))?|more (?:from|on|about|stories|news|top stories)|recommended|most (?:read|popular|viewed|shared)|other (?:topics|stories|news)|you (?:may|might) (?:also )?(?:like|be interested in|want)|don['’]t miss|in other news|editor['’]?s['’]? (?:picks?|choice)|in case you missed it|trending|up next|next (?:story|article)|elsewhere)\b\s*(?:[:|–-]|$|(?=\p{Lu}))/iu,
  /^(?:read|related|see also|watch|live|video|gallery|in pictures|analysis|explainer|opinion|podcast)\s*[:|]\s/iu,
  /^.{0,60}\b(?:news|updates?|blog) live\s*[:|–-]/iu,
]

/** A list of other stories that names itself, also when the list runs on like prose. */
export const LIST_CUES: readonly RegExp[] = [
  /^(?:related (?:news|stories|articles)|other topics of interest|more (?:stories|top stories|from this section)|most (?:read|popular))\b(?:\s*[:|–-])?\s+\p{Lu}/iu,
]

/** Who made the report, its sources or its pictures. */
export const CREDIT_CUES: readonly LineCue[] = [
  /^(?:[Ss]ources?\s*:\s*\S.{0,80}|Source\s+(?:\p{Lu}[\p{L}.]*\W*|and |agencies\W*){1,8})$/u,
  /^\(?(?:\p{Lu}[\p{L}.]*\s+){0,4}(?:and|with) agencies\)?\W*$/iu,
  /^\(?(?:additional |further )?(?:reporting|writing|editing|translation|compiled|written|edited|reported|translated|photo(?:graph)?s?|video|graphics?) by\b/iu,
  /^(?:photo|picture|image|pic|credit|photo credit|image credit|photograph|file photo|video)s?\s*[:|©/]/iu,
  { needs: 'our standards', pattern: /\bour standards\b/iu },
  { needs: 'thomson reuters', pattern: /\bthe thomson reuters trust principles\b/iu },
  /^\(?(?:with|contains|includes) (?:reporting|files|information|material|input) (?:from|by)\b/iu,
]

/** Who wrote it. */
export const BYLINE_CUES: readonly RegExp[] = [
  /^(?:[Bb]y|[Ff]rom)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|al|bin|el|and|,)){0,9}(?:\s*[,|–-]\s*[\p{L} ]{2,40})?\W*$/u,
  /^BY\s+[\p{Lu} .,'’-]{3,80}$/u,
  /^authors?(?:\/authors?)?\s*[:/]/iu,
  /^(?:staff (?:writer|reporter)|our correspondent|(?:special|foreign|war|diplomatic) correspondent)\W*$/iu,
]

/** When (and where) it was published. */
export const DATELINE_CUES: readonly RegExp[] = [
  /^(?:published|updated|posted|last (?:updated|modified)|first published|created|modified)\b\W*(?:on|at|:)?\s*.{0,60}\d/iu,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}(?:\W+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?)?\W*$/iu,
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:\W+\d{1,2}[:.]\d{2})?\W*$/u,
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/u,
  /^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|BST|EDT|EST|CET|EET|PST|PDT)?\W*$/iu,
]

/** A picture's text: ends in, or holds, the mark of a picture source. */
export const CAPTION_CUES: readonly LineCue[] = [
  {
    needs: '(',
    pattern:
      /\((?:[\p{L} .'’-]{2,50}\s*[/|]\s*)?(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|PA(?: Wire)?|TASS|AA|DPA|dpa|ANSA|file(?: photo)?|handout|supplied|screengrab|screenshot|courtesy[^)]{0,60})(?:\s*(?:photo|images?|via [^)]{2,40}))?\)\W*$/u,
  },
  /[/|©]\s*(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|PA|TASS|Facebook|Twitter|Telegram|Instagram|[\p{Lu}]{2,6})\W*$/u,
  /^(?:(?:AP|AFP|Reuters|EPA|Getty(?: Images)?)\s+)?(?:file )?photo\b/iu,
  { needs: '/', pattern: /\bfacebook\.com\/|\bt\.me\/|\binstagram\.com\//iu },
  /\b(?:Google Maps|Getty Images|Handout|Screengrab)\W*$/u,
  /^(?:a |this |in this )?(?:handout |satellite |file |undated |still )+(?:photo|image|picture|frame|video grab)\b.{0,80}\bshows?\b/iu,
  /^(?:image|photo|media|video) caption\b/iu,
]

/** Where boilerplate begins inside a text whose line breaks were lost. Case matters: these stand capitalised mid-line. */
export const FLATTENED_CUES: readonly RegExp[] = [
  /(?<=^|\s|\d)Get short URL(?: Topic .{3,90}? \(\d+\))?(?: \d+){0,3}(?=\s|$)/gu,
  /(?<=^|\s)Slideshow \(\d+ Images?\)(?=\s|$)/gu,
  /(?<=[.!?"”)\d]\s)\((?:[\p{Lu}][\p{L}]*\s+){1,4}and [Aa]gencies\)(?=\s|$)/gu,
]

/** Begins a list of headlines of other stories, or of tags, at the end of a flattened text. */
export const FLATTENED_TAIL_CUES: readonly RegExp[] = [
  /(?<=^|[.!?"”)\d]\s|agencies\s)(?:Related (?:News|Stories|Articles|Topics)|Related|Read Also|Read also|See Also|Also Read|More Stories|Most Read|Recommended|Tags|Other Topics of Interest|Source \p{Lu}\p{L}+ and agencies|(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by)(?=\s+\p{Lu}|\s*$)/gu,
]

/** Class and id words of page parts that hold other stories. */
export const TEASER_CONTAINERS =
  /\b(?:related|teasers?|recommend\w*|more-?(?:stories|news|on|from)|read-?(?:more|also|next)|also-?read|most-?(?:read|popular|viewed)|trending|promo-?(?:box|list|item)?s?|outbrain|taboola|see-?also|latest-?news|story-?links?|inline-?link\w*|next-?(?:up|article|story))\b/u

/** Class and id words of page parts that ask the reader for something. */
export const PROMO_CONTAINERS =
  /\b(?:newsletter\w*|subscri\w+|sign-?up|advert|advertisement|ads?|sponsor\w*|podcast-?promo|social|share|sharing|follow-?us|donat\w+|cookie\w*|consent|app-?(?:promo|banner)|tags?|tag-?list|keywords|topics?-list|comments?)\b/u

/** Function words: prose has many, headlines and menus few. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `the a an of in on at to for from by with and or but as that which who whom whose this these those it its he she they them his her their
  is are was were be been being has have had do does did will would could should may might must can not no than then there here
  we our us you your i my me into over under after before about between against during while when where because since if so also
  up out off more most some any all both each other such only just very`.split(/\s+/u),
)
