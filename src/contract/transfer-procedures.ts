import { z } from 'zod'
import { postbackFilterSchema } from '../core/filter.ts'

const nothing = z.object({})
/** The most expectations that one report is about. */
export const MOST_EXPECTATIONS = 500

/** What can be written to a file: requests in four forms, everything as an archive, and the evidence of what came. */
export const EXPORT_FORMATS = ['csv', 'ndjson', 'json', 'har', 'archive', 'evidence-html', 'evidence-json'] as const
export const exportFormatSchema = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof exportFormatSchema>

/**
 * An export or import and how far it is. `total` is null until it is known. `sentences` say what became of it; a job
 * that has ended never changes again.
 */
export const transferJobSchema = z.object({
  id: z.string(),
  direction: z.enum(['export', 'import']),
  format: exportFormatSchema,
  /** The file's name, without its folder. */
  fileName: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  done: z.int(),
  total: z.int().nullable(),
  sentences: z.array(z.string()).readonly(),
})
export type TransferJob = z.infer<typeof transferJobSchema>

const jobId = z.object({ id: z.string().max(100) })

/** A file that is imported piece by piece has this many bytes a piece at most. */
export const PIECE_BYTES = 384 * 1024

/** Files out of the history and into it. */
export const transferProcedures = {
  /**
   * Asks where the file goes and begins to write it there: the answer is the job, null where the user thought better
   * of it. A face without a dialog gets a job that waits until `download`, relative to the screen's address, is fetched.
   */
  'export.start': {
    input: z.object({
      format: exportFormatSchema,
      /** Everything goes into an archive, whatever this says. */
      filter: postbackFilterSchema,
      /** For evidence alone: a report of these expectations instead of what the filter lets through. */
      expectationIds: z.array(z.string().max(100)).min(1).max(MOST_EXPECTATIONS).readonly().nullable(),
    }),
    output: z.object({ job: transferJobSchema, download: z.string().nullable() }).nullable(),
  },
  'export.cancel': { input: jobId, output: nothing },
  'export.jobs': { input: nothing, output: z.array(transferJobSchema).readonly() },
  /** Asks for an archive or a HAR and begins to import it; null where the user thought better of it. */
  'import.choose': { input: nothing, output: transferJobSchema.nullable() },
  /** Begins to import a file whose bytes follow, piece by piece: the host reads no path that a page names. */
  'import.begin': { input: z.object({ fileName: z.string().trim().min(1).max(255) }), output: transferJobSchema },
  /** The next bytes. Answers when there is room for more; refused where the job has ended, which says why. */
  'import.piece': {
    input: z.object({ ...jobId.shape, bytesBase64: z.base64().max(Math.ceil(PIECE_BYTES / 3) * 4) }),
    output: nothing,
  },
  /** They were the whole file. */
  'import.end': { input: jobId, output: nothing },
  'import.cancel': { input: jobId, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** What is told of them. */
export const transferEvents = {
  'export.progressed': z.object({ job: transferJobSchema }),
  'import.progressed': z.object({ job: transferJobSchema }),
} as const satisfies Record<string, z.ZodType>
