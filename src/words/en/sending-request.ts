/** Why a request that is put together by hand cannot be sent. */
export const requestProblems = {
  targetEmpty: 'Enter the target: it starts with “/”.',
  targetLong: 'A target can have 64 KiB at most.',
  targetStart: 'A target starts with “/”: the host is chosen under “Send to”.',
  /** `place`: of the character, from 1 on. */
  targetSpace: (place: number) =>
    `The target holds a space (character ${String(place)}): HTTP cannot carry it, percent-encode it.`,
  targetControl: (place: number) =>
    `The target holds a control character (character ${String(place)}): HTTP cannot carry it, percent-encode it.`,
  bodyLong: 'A body can have 256 KiB at most here.',
  methodWord: 'A method is one word such as GET, without spaces.',
  methodSmall: 'Write the method in capitals: in small letters it is another one.',
  methodConnect: 'CONNECT asks for a tunnel and cannot be sent here.',
}

export type RequestProblemWords = typeof requestProblems
