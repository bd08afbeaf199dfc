import { z } from 'zod'

// Zod compiles its checks with `new Function` where it can, and tries whether it can. The content security policy
// forbids eval, so that even the try is reported as a violation. To be imported before any schema is used.
z.config({ jitless: true })
