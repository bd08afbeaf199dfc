import { spokenOf } from '../catalogue.ts'
import { host } from '../en/host.ts'

export const hostWords = spokenOf('host', host)
