import type { FuzzTarget } from '../engine/target.ts'
import { amounts } from './amounts.ts'
import { filterBox, nearest } from './filters.ts'
import { deepLink, har } from './given.ts'
import { archive, cliOptions, wire } from './outside.ts'
import { base64, bodyFields, reading, targetReader } from './requests.ts'
import { asText, compare, endpointForm, headerLines } from './sending.ts'
import { csvCell, differences, visible } from './texts.ts'
import { compose, dashboardUrl, targetUrl } from './urls.ts'

/** Every part of the core, and of what stands around it without state. */
export const coreTargets: readonly FuzzTarget[] = [
  targetReader,
  reading,
  amounts,
  dashboardUrl,
  filterBox,
  nearest,
  targetUrl,
  compose,
  bodyFields,
  base64,
  visible,
  differences,
  csvCell,
  asText,
  compare,
  headerLines,
  endpointForm,
  cliOptions,
  archive,
  wire,
  har,
  deepLink,
]
