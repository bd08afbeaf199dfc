import { spokenOf } from '../catalogue.ts'
import { endpoints } from '../en/endpoints.ts'

export const endpointsWords = spokenOf('endpoints', endpoints)
