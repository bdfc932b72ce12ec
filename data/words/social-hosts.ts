/**
 * Sites whose addresses name the person who posts: at the public level only the site leaves. Own list of the large ones;
 * a host counts with its subdomains.
 */
export const SOCIAL_HOSTS: ReadonlySet<string> = new Set([
  'facebook.com',
  'fb.com',
  'fb.watch',
  'instagram.com',
  'threads.net',
  'threads.com',
  'x.com',
  'twitter.com',
  't.co',
  't.me',
  'telegram.me',
  'vk.com',
  'ok.ru',
  'tiktok.com',
  'youtube.com',
  'youtu.be',
  'reddit.com',
  'linkedin.com',
  'bsky.app',
  'mastodon.social',
  'truthsocial.com',
  'weibo.com',
  'medium.com',
  'livejournal.com',
])
