/** A reader's thread of the store that also writes exports. In a bundle it takes the place of the store's own. */
import { createExporter } from '../services/exporter/exporters.ts'
import { runReader } from '../services/store/reader-thread.ts'

runReader(createExporter)
