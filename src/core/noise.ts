import { foldPath } from './paths.ts'

/** Files that browsers, crawlers and shops' robots ask every host for. */
const WELL_KNOWN_FILES = new Set([
  'favicon.ico',
  'favicon.png',
  'robots.txt',
  'ads.txt',
  'app-ads.txt',
  'humans.txt',
  'security.txt',
  'crossdomain.xml',
  'clientaccesspolicy.xml',
  'browserconfig.xml',
  'site.webmanifest',
  'apple-app-site-association',
])
const WELL_KNOWN_PATTERNS = /^(?:apple-touch-icon[\w-]*\.png|sitemap[\w-]*\.xml(?:\.gz)?)$/

/**
 * Beginnings of path segments that only scanners ask for. Names that a publisher's own server may well have
 * (`index.php`, `login`, `admin`, `api`) are left out on purpose: a wrong path there is worth a finding.
 */
const SCANNED_SEGMENTS =
  /^(?:\.[^.]|wp-|wordpress$|xmlrpc\.php|phpmyadmin|phpinfo|pma$|myadmin|mysqladmin|adminer|phpunit$|eval-stdin|cgi-bin$|actuator$|server-status$|boaform$|hnap1$|_ignition$|geoserver$|web\.config$|dump\.sql$|backup\.sql$|database\.sql$|_profiler$|\+cscoe\+$)/

/** Robots that fetch a link because somebody pasted it, and search crawlers. Never a bare “bot”. */
const PREVIEW_ROBOTS =
  /slackbot|slack-imgproxy|facebookexternalhit|facebot|facebookcatalog|meta-externalagent|meta-externalfetcher|twitterbot|whatsapp\/|telegrambot|discordbot|linkedinbot|skypeuripreview|pinterestbot|redditbot|applebot|googlebot|google-inspectiontool|google-pagerenderer|googleother|bingbot|bingpreview|yandexbot|baiduspider|duckduckbot|petalbot|ahrefsbot|semrushbot|mj12bot|vkshare|embedly|iframely|snap url preview|viber\/|kakaotalk-scrap|mattermost-bot|zoombot|bitlybot|w3c_validator|mastodon\/|cardyb|line-poker|pinterest\/0\.|tumblr\/|flipboardproxy|quora link preview/i

/** Whether a path is one that browsers ask for by themselves or that scanners try, whatever the query. */
export function isNoisePath(path: string): boolean {
  const segments = foldPath(path).split('/')
  const file = segments.at(-1) ?? ''
  if (WELL_KNOWN_FILES.has(file) || WELL_KNOWN_PATTERNS.test(file)) return true
  return segments.some((segment) => SCANNED_SEGMENTS.test(segment))
}

/** Whether the user agent names a link-preview or search robot. */
export function isPreviewRobot(userAgent: string | null): boolean {
  return userAgent !== null && PREVIEW_ROBOTS.test(userAgent)
}
