import { createContext, useContext } from 'react'

/** True while words are looked for in the details: what is cut for reading then stands there whole. */
export const FindingContext = createContext(false)

export function useFinding(): boolean {
  return useContext(FindingContext)
}
