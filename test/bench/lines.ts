import { ARRIVAL_LINE } from './arrival/line.ts'
import { CLEARING_LINE } from './clearing/line.ts'
import { DISK_LINE } from './disk/line.ts'
import { EXPORT_LINES } from './export/line.ts'
import { CAPTURES_MEANWHILE_LINE } from './history/captures-meanwhile.ts'
import { COUNTS_LINE } from './history/counts.ts'
import { NEWEST_PAGE_LINE } from './history/newest-page.ts'
import { SEARCHES_LINE } from './history/searches.ts'
import { TEXT_LINES } from './history/texts.ts'
import { IDLE_LINE } from './idle/line.ts'
import { KEPT_LINE } from './ingest/kept.ts'
import { PEER_LINE } from './ingest/peer.ts'
import { INGEST_LINES } from './ingest/shapes.ts'
import type { Line } from './line.ts'
import { READING_LINE } from './reading/vectors.ts'
import { REREAD_LINE } from './reread/line.ts'
import { SCREEN_LINES } from './screen/lines.ts'
import { START_LINE } from './start/line.ts'

/** Every line, in the table's order. */
export const LINES: readonly Line[] = [
  ...INGEST_LINES,
  PEER_LINE,
  KEPT_LINE,
  READING_LINE,
  ARRIVAL_LINE,
  ...SCREEN_LINES,
  NEWEST_PAGE_LINE,
  SEARCHES_LINE,
  ...TEXT_LINES,
  COUNTS_LINE,
  CAPTURES_MEANWHILE_LINE,
  REREAD_LINE,
  ...EXPORT_LINES,
  CLEARING_LINE,
  DISK_LINE,
  START_LINE,
  IDLE_LINE,
]
